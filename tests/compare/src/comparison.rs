//! Brings the two sides together: the judge runs ahead in one process, the candidate follows.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use anyhow::{Context, Result};

use crate::batch::Batch;
use crate::candidate::Candidate;
use crate::committed::Committed;
use crate::difference::Difference;
use crate::outcome::Outcome;
use crate::program::Program;

/// How many programs the judge may be ahead.
const AHEAD: usize = 64;

/// Where the right answers come from.
#[derive(Debug)]
pub enum Truth {
    /// A CPython at work.
    Judge(Batch),
    /// Outputs that a CPython gave once.
    Committed(Committed),
}

impl Truth {
    /// Returns the right outcome of a program; none if nobody knows.
    fn outcome(&mut self, program: &Program) -> Result<Option<Outcome>> {
        match self {
            Self::Judge(batch) => batch.run(program).map(Some),
            Self::Committed(committed) => Ok(committed.outcome(program)),
        }
    }
}

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Report {
    /// Programs that ran on both sides.
    pub compared: usize,
    /// Programs of which the right outcome is not known.
    pub unknown: usize,
    /// Those that differ, in the order in which they ran.
    pub differences: Vec<Difference>,
}

/// Compares programs; `progress` hears after each how it stands.
///
/// A program that differs stays in `folder`; of the others nothing stays.
///
/// # Errors
/// When a side breaks down; a program that one side cannot run is a difference.
pub fn compare(
    programs: impl Iterator<Item = Program> + Send,
    mut truth: Truth,
    candidate: &Candidate,
    folder: &Path,
    mut progress: impl FnMut(&Report),
) -> Result<Report> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    thread::scope(|threads| {
        let (sender, judged) = sync_channel(AHEAD);
        threads.spawn(move || {
            for program in programs {
                let outcome = truth.outcome(&program);
                let broken = outcome.is_err();
                // A failed send means that the candidate's side has given up.
                if sender.send((program, outcome)).is_err() || broken {
                    break;
                }
            }
        });
        follow(&judged, candidate, folder, &mut progress)
    })
}

type Judged = (Program, Result<Option<Outcome>>);

fn follow(
    judged: &Receiver<Judged>,
    candidate: &Candidate,
    folder: &Path,
    progress: &mut impl FnMut(&Report),
) -> Result<Report> {
    let mut report = Report::default();
    for (program, outcome) in judged {
        let Some(expected) = outcome? else {
            report.unknown += 1;
            continue;
        };
        let file = folder.join(format!("{}.py", program.name));
        fs::write(&file, &program.source)?;
        let found = candidate.run(&file).map_err(|error| format!("{error:#}"));
        report.compared += 1;
        match found {
            Ok(found) if expected.agrees_with(&found) => fs::remove_file(&file)?,
            found => {
                let difference = Difference::new(&program, file, expected, found);
                report.differences.push(difference);
            }
        }
        progress(&report);
    }
    Ok(report)
}
