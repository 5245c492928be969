//! Brings the two sides together: the judge runs ahead in one process, candidates follow, as many at
//! a time as there are cores.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
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
    /// A CPython at work; and for programs in real time, where a busy machine would be told from an idle one,
    /// what it gave once.
    Judge(Batch, Committed),
    /// Outputs that a CPython gave once.
    Committed(Committed),
}

impl Truth {
    /// Returns the right outcome of a program; none if it is not known.
    fn outcome(&mut self, program: &Program) -> Result<Option<Outcome>> {
        match self {
            Self::Judge(batch, committed) => {
                let known = committed.outcome(program);
                match known.filter(|_| program.is_in_real_time()) {
                    Some(known) => Ok(Some(known)),
                    None => batch.run(program).map(Some),
                }
            }
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
    /// Those that differ, in the order of the programs.
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
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|threads| {
        let (sender, judged) = sync_channel(AHEAD);
        threads.spawn(move || {
            for (number, program) in programs.enumerate() {
                let outcome = truth.outcome(&program);
                let broken = outcome.is_err();
                // A failed send means that the candidates' side has given up.
                if sender.send((number, program, outcome)).is_err() || broken {
                    break;
                }
            }
        });
        // Gone with the last worker, so that the judge notices when all have given up.
        let judged = Arc::new(Mutex::new(judged));
        let (sender, followed) = channel();
        for (judged, sender) in vec![(judged, sender); workers] {
            threads.spawn(move || follow(&judged, candidate, folder, &sender));
        }
        report(&followed, &mut progress)
    })
}

/// A program under its number, and its right outcome.
type Judged = (usize, Program, Result<Option<Outcome>>);

/// What came of a program.
enum Followed {
    /// Its right outcome is not known.
    Unknown,
    /// Both sides agree.
    Agreed,
    /// The sides differ.
    Differs(Box<Difference>),
}

/// Runs judged programs until there are no more, or the receiver of their outcomes is gone.
fn follow(
    judged: &Mutex<Receiver<Judged>>,
    candidate: &Candidate,
    folder: &Path,
    sender: &Sender<Result<(usize, Followed)>>,
) {
    loop {
        // Not held while a program runs; a worker that panicked left the receiver as it was.
        let next = judged.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, program, outcome)) = next else {
            return;
        };
        let followed = outcome.and_then(|truth| follow_one(&program, truth, candidate, folder));
        if sender.send(followed.map(|it| (number, it))).is_err() {
            return;
        }
    }
}

/// Runs one program, and compares what came of it with its right outcome.
fn follow_one(
    program: &Program,
    truth: Option<Outcome>,
    candidate: &Candidate,
    folder: &Path,
) -> Result<Followed> {
    let Some(mut expected) = truth else {
        return Ok(Followed::Unknown);
    };
    let file = folder.join(format!("{}.py", program.name));
    fs::write(&file, &program.source)?;
    let found = candidate.run(&file).map_err(|error| format!("{error:#}"));
    if program.is_in_real_time()
        && let Ok(found) = &found
    {
        expected.seconds = found.seconds;
    }
    if found
        .as_ref()
        .is_ok_and(|found| expected.agrees_with(found))
    {
        fs::remove_file(&file)?;
        return Ok(Followed::Agreed);
    }
    let difference = Difference::new(program, file, expected, found);
    Ok(Followed::Differs(Box::new(difference)))
}

/// Adds up what came of the programs.
fn report(
    followed: &Receiver<Result<(usize, Followed)>>,
    progress: &mut impl FnMut(&Report),
) -> Result<Report> {
    let mut report = Report::default();
    let mut numbers = Vec::new();
    for followed in followed {
        let (number, followed) = followed?;
        match followed {
            Followed::Unknown => report.unknown += 1,
            Followed::Agreed => report.compared += 1,
            Followed::Differs(difference) => {
                report.compared += 1;
                let place = numbers.partition_point(|other| *other < number);
                numbers.insert(place, number);
                report.differences.insert(place, *difference);
            }
        }
        progress(&report);
    }
    Ok(report)
}
