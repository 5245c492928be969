//! Compares the libraries for pages with the real ones: `bs4`, `requests`, `httpx`, `aiohttp`, `urllib`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;
use interleave_compare::candidate::Candidate;
use interleave_compare::judge::Judge;
use interleave_compare::libraries::{Printed, Real, Site, Snippets, apart};

use super::{root, target};

/// The sets of snippets, and whether their programs fetch.
const SETS: [(&str, Network); 2] = [("bs4", Network::None), ("web", Network::Loopback)];

/// What the programs of a set ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Network {
    None,
    Loopback,
}

/// What `cargo xtask libraries` may be told; without anything it compares with what is kept.
#[derive(Args)]
pub(crate) struct Options {
    /// Ask the real libraries, which are installed below the target folder
    #[arg(long)]
    real: bool,
    /// Ask the real libraries, and keep what they print in the repository
    #[arg(long)]
    bless: bool,
    /// Compare only snippets with this in their names
    #[arg(long, default_value = "", hide_default_value = true)]
    only: String,
    /// The command to compare; built, if none is named
    #[arg(long, value_name = "PATH")]
    command: Option<PathBuf>,
}

/// Compares all sets.
///
/// # Errors
/// When snippets differ, or a side is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let candidate = Candidate::named_or_built(options.command.as_deref(), root())?;
    let real = match options.real || options.bless {
        true => Some(Real::installed(
            &Judge::required()?,
            root(),
            target("judge-libraries")?,
        )?),
        false => None,
    };
    let (mut compared, mut differ) = (0, 0);
    for (set, network) in SETS {
        let snippets = Snippets::read(root(), set)?;
        let site = match (network, Judge::find()?) {
            (Network::None, _) => None,
            (Network::Loopback, Some(judge)) => Some(Site::start(&judge, root())?),
            (Network::Loopback, None) => {
                eprintln!("{set}: left out, since there is no CPython here that serves the site");
                continue;
            }
        };
        let asked = Asked::new(&snippets, site)?;
        let truth = match &real {
            Some(real) => asked.taken(&real.run(&asked.file)?),
            None => snippets.kept()?,
        };
        if options.bless {
            snippets.keep(&truth)?;
        }
        let outcome = candidate.run_with(&asked.file, &asked.arguments())?;
        let ours = asked.taken(&outcome.stdout);
        let chosen = truth
            .iter()
            .filter(|(name, _)| name.contains(&options.only));
        for (name, expected) in chosen {
            compared += 1;
            if ours.get(name) != Some(expected) {
                differ += 1;
                let ours = ours.get(name).map_or("nothing", String::as_str);
                println!("{set} {name}\n  expected:\n{expected}\n  printed:\n{ours}");
            }
        }
    }
    println!("{compared} snippets compared, {differ} differ");
    // A name may be one of a program elsewhere.
    ensure!(
        compared > 0 || !options.only.is_empty(),
        "nothing was compared"
    );
    ensure!(differ == 0, "{differ} snippets differ");
    Ok(())
}

/// A program that was written for both sides, and the site that it asks.
struct Asked {
    file: PathBuf,
    site: Option<Site>,
}

impl Asked {
    fn new(snippets: &Snippets, site: Option<Site>) -> Result<Self> {
        let program = snippets.program()?;
        let program = match &site {
            Some(site) => site.put_into(&program),
            None => program,
        };
        let file = target("compare")?.join("libraries.py");
        fs::create_dir_all(target("compare")?)?;
        fs::write(&file, program)?;
        Ok(Self { file, site })
    }

    fn arguments(&self) -> Vec<String> {
        self.site.as_ref().map_or_else(Vec::new, Site::arguments)
    }

    fn taken(&self, printed: &str) -> Printed {
        match &self.site {
            Some(site) => apart(&site.taken_from(printed)),
            None => apart(printed),
        }
    }
}
