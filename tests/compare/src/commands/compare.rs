//! Compares the command with CPython: generated programs, those written by hand, the listings.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use interleave_compare::batch::Batch;
use interleave_compare::candidate::Candidate;
use interleave_compare::committed::Committed;
use interleave_compare::comparison::{self, Report, Truth};
use interleave_compare::judge::Judge;
use interleave_compare::program::{self, Program};
use interleave_compare::reduction::Reduction;

use super::{judging, root, target};

/// The seeds that are compared if none are named.
const SEEDS: Range<u64> = 0..3_000;

/// The seeds of the programs of the language: fewer, as one of them does more.
const LANGUAGE: Range<u64> = 0..1_000;

/// How many differences are shown.
const SHOWN: usize = 10;

/// How often progress is told.
const TOLD_EVERY: Duration = Duration::from_secs(5);

/// What `cargo xtask compare` may be told; without anything it compares all.
#[derive(Args)]
pub(crate) struct Options {
    /// Compare the generated programs of these seeds, like 0..3000
    #[arg(long, value_name = "FROM..TO", value_parser = seeds)]
    seeds: Option<Range<u64>>,
    /// Compare the generated programs of the language of these seeds
    #[arg(long, value_name = "FROM..TO", value_parser = seeds)]
    language: Option<Range<u64>>,
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
    /// Print what the generated programs are about, and how they end under CPython
    #[arg(long)]
    coverage: bool,
    /// Make the first program that differs as small as it gets
    #[arg(long)]
    reduce: bool,
    /// Print the generated program of a seed
    #[arg(long, value_name = "SEED")]
    show: Option<u64>,
    /// Print the generated program of the language of a seed
    #[arg(long, value_name = "SEED")]
    show_language: Option<u64>,
}

/// Reads `3..5`.
fn seeds(text: &str) -> Result<Range<u64>> {
    let range = text.split_once("..").and_then(|(from, to)| {
        let range = from.parse().ok()?..to.parse().ok()?;
        (!Range::is_empty(&range)).then_some(range)
    });
    range.with_context(|| format!("`{text}` is no range like 0..3000"))
}

/// Compares, or does what else the options ask for.
///
/// # Errors
/// When programs differ, or a side is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    if let Some(seed) = options.show {
        print!("{}", Program::of_seed(seed).source);
        return Ok(());
    }
    if let Some(seed) = options.show_language {
        print!("{}", Program::of_language(seed).source);
        return Ok(());
    }
    if options.coverage {
        return judging::survey(options.seeds.clone().unwrap_or(SEEDS));
    }
    if options.bless {
        return judging::bless();
    }
    let candidate = Candidate::named_or_built(options.command.as_deref(), root())?;
    let programs = programs(options)?;
    if options.reduce {
        return reduce(&candidate, programs);
    }
    summary(&compare(&candidate, programs)?)
}

/// The programs that the options ask for, those that take least time first.
type Programs = Box<dyn Iterator<Item = Program> + Send>;

fn programs(options: &Options) -> Result<Programs> {
    let generated = options.seeds.is_some() || options.language.is_some();
    let all = !generated && !options.programs && !options.listings;
    let mut files = Vec::new();
    if all || options.programs {
        files.extend(program::written(root())?);
    }
    if all || options.listings {
        files.extend(program::listings(root())?);
    }
    let seeds = |named: &Option<Range<u64>>, usual: Range<u64>| match named {
        Some(seeds) => seeds.clone(),
        None if all => usual,
        None => 0..0,
    };
    let programs = files
        .into_iter()
        .chain(Program::of_seeds(seeds(&options.seeds, SEEDS)))
        .chain(seeds(&options.language, LANGUAGE).map(Program::of_language));
    let only = options.only.clone();
    Ok(Box::new(programs.filter(move |it| it.name.contains(&only))))
}

fn compare(candidate: &Candidate, programs: Programs) -> Result<Report> {
    let truth = if let Some(judge) = Judge::find()? {
        eprintln!("judge: {judge}");
        Truth::Judge(Batch::start(&judge, root())?, Committed::read(root())?)
    } else {
        eprintln!("judge: no CPython 3.13 or newer here; what it said once is compared");
        Truth::Committed(Committed::read(root())?)
    };
    let folder = target("compare")?;
    let mut story = Instant::now();
    comparison::compare(programs, truth, candidate, &folder, |report| {
        if story.elapsed() >= TOLD_EVERY {
            story = Instant::now();
            let differences = report.differences.len();
            eprintln!("{:>6} compared, {differences} differ", report.compared);
        }
    })
}

/// Compares the programs of the first seeds, and those that are written by hand.
///
/// # Errors
/// When a side is missing.
pub(super) fn sample(candidate: &Candidate, seeds: u64) -> Result<Report> {
    let written = program::written(root())?;
    let programs = written.into_iter().chain(Program::of_seeds(0..seeds));
    compare(candidate, Box::new(programs))
}

/// Shows some differences, and counts all; the last line sums them up.
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

/// Shows the first program that differs, made small.
fn reduce(candidate: &Candidate, programs: Programs) -> Result<()> {
    let judge = Judge::required()?;
    let folder = target("compare")?;
    let mut reduction = Reduction {
        judge: Batch::start(&judge, root())?,
        candidate,
        folder: &folder,
    };
    for program in programs {
        let lines = |count| eprintln!("{}: {count} lines", program.name);
        if let Some(difference) = reduction.reduce(&program, lines)? {
            print!("{difference}\n{}", fs::read_to_string(&difference.file)?);
            bail!("{} differs", program.name);
        }
    }
    println!("no program differs");
    Ok(())
}
