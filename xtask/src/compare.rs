//! Compares the command with CPython: generated programs, those written by hand, the listings.

use std::ops::Range;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use clap::Args;
use interleave_compare::batch::Batch;
use interleave_compare::candidate::Candidate;
use interleave_compare::committed::{Committed, SAMPLE};
use interleave_compare::comparison::{self, Report, Truth};
use interleave_compare::coverage::Coverage;
use interleave_compare::judge::Judge;
use interleave_compare::program::{self, Program};

use crate::build;
use crate::effort::Effort;
use crate::project::Project;

/// The seeds of the step in `cargo xtask test`.
const SEEDS: Range<u64> = 0..3_000;

/// How many differences are shown.
const SHOWN: usize = 10;

/// How often progress is told.
const TOLD_EVERY: Duration = Duration::from_secs(5);

/// What `cargo xtask compare` may be told; without anything it compares all.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Compare the generated programs of these seeds, like 0..3000
    #[arg(long, value_name = "FROM..TO", value_parser = seeds)]
    seeds: Option<Range<u64>>,
    /// Compare the programs that are written by hand
    #[arg(long)]
    programs: bool,
    /// Compare the Python listings of the lessons
    #[arg(long)]
    listings: bool,
    /// Compare only programs with this in their names
    #[arg(long, default_value = "", hide_default_value = true)]
    only: String,
    /// The command to compare; built, if none is named
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
    /// Ask CPython anew and keep its outputs in the repository
    #[arg(long)]
    bless: bool,
    /// Print what the generated programs are about
    #[arg(long)]
    coverage: bool,
    /// Print the generated program of a seed
    #[arg(long, value_name = "SEED")]
    show: Option<u64>,
}

impl Options {
    /// Returns the options of the step in `cargo xtask test`: all, or those with this in the name.
    pub(crate) fn of_step(only: &str) -> Self {
        Self {
            only: only.to_owned(),
            ..Self::default()
        }
    }
}

/// Reads `3..5`.
fn seeds(text: &str) -> Result<Range<u64>> {
    let range = text.split_once("..").and_then(|(from, to)| {
        let range = from.parse().ok()?..to.parse().ok()?;
        (!Range::is_empty(&range)).then_some(range)
    });
    range.ok_or_else(|| anyhow::anyhow!("`{text}` is no range like 0..3000"))
}

/// Compares, or does what else the options ask for.
///
/// # Errors
/// When programs differ, or a side is missing.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if let Some(seed) = options.show {
        print!("{}", Program::of_seed(seed).source);
        return Ok(());
    }
    if options.coverage {
        println!("{}", coverage(options.seeds.clone().unwrap_or(SEEDS)));
        return Ok(());
    }
    if options.bless {
        return bless(project);
    }
    let candidate = candidate(project, options.command.as_ref())?;
    let programs = programs(project, options)?;
    let report = compare(project, &candidate, programs)?;
    summary(&report)
}

/// Returns the command under test: the named one, or the one that is built for readers.
///
/// # Errors
/// When it cannot be built.
pub(crate) fn candidate(project: &Project, named: Option<&PathBuf>) -> Result<Candidate> {
    if let Some(named) = named {
        ensure!(named.exists(), "there is no {}", named.display());
        return Ok(Candidate::new(named.clone()));
    }
    build::command(project, Effort::Full)?;
    Ok(Candidate::new(project.command()))
}

fn coverage(seeds: Range<u64>) -> Coverage {
    let mut coverage = Coverage::default();
    for program in Program::of_seeds(seeds) {
        coverage.add(&program.source);
    }
    coverage
}

/// The programs that the options ask for, those that take least time first.
type Programs = Box<dyn Iterator<Item = Program> + Send>;

fn programs(project: &Project, options: &Options) -> Result<Programs> {
    let all = options.seeds.is_none() && !options.programs && !options.listings;
    let mut files = Vec::new();
    if all || options.programs {
        files.extend(program::written(project.root())?);
    }
    if all || options.listings {
        files.extend(program::listings(project.root())?);
    }
    let seeds = options.seeds.clone();
    let seeds = seeds.unwrap_or(if all { SEEDS } else { 0..0 });
    let programs = files.into_iter().chain(Program::of_seeds(seeds));
    let only = options.only.clone();
    Ok(Box::new(programs.filter(move |it| it.name.contains(&only))))
}

fn compare(project: &Project, candidate: &Candidate, programs: Programs) -> Result<Report> {
    let truth = if let Some(judge) = Judge::find()? {
        eprintln!("judge: {judge}");
        Truth::Judge(Batch::start(&judge, project.root())?)
    } else {
        eprintln!("judge: no CPython 3.13 or newer here; what it said once is compared");
        Truth::Committed(Committed::read(project.root())?)
    };
    let folder = project.target().join("compare");
    let mut told = Instant::now();
    comparison::compare(programs, truth, candidate, &folder, |report| {
        if told.elapsed() >= TOLD_EVERY {
            told = Instant::now();
            let differences = report.differences.len();
            eprintln!("{:>6} compared, {differences} differ", report.compared);
        }
    })
}

/// Shows some differences, and counts all; the last line is for whoever reads only one.
fn summary(report: &Report) -> Result<()> {
    for difference in report.differences.iter().take(SHOWN) {
        println!("{difference}");
    }
    let differences = report.differences.len();
    if differences > SHOWN {
        println!("and {} more", differences - SHOWN);
    }
    let unknown = match report.unknown {
        0 => String::new(),
        count => format!(", {count} without a known output"),
    };
    println!(
        "{} programs compared, {differences} differ{unknown}",
        report.compared
    );
    ensure!(report.compared > 0, "nothing was compared");
    ensure!(differences == 0, "{differences} programs differ");
    Ok(())
}

/// Asks the judge for the outputs that are kept.
fn bless(project: &Project) -> Result<()> {
    let Some(judge) = Judge::find()? else {
        bail!("no CPython 3.13 or newer here; INTERLEAVE_PYTHON may name one");
    };
    eprintln!("judge: {judge}");
    let mut programs = program::written(project.root())?;
    programs.extend(program::listings(project.root())?);
    programs.extend(Program::of_seeds(0..SAMPLE));
    let mut batch = Batch::start(&judge, project.root())?;
    let mut committed = Committed::default();
    for program in &programs {
        committed.add(program, &batch.run(program)?, judge.version);
    }
    committed.write(project.root(), &programs)?;
    println!("{} outputs kept", programs.len());
    Ok(())
}
