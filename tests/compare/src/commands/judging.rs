//! What CPython alone is asked, without a comparison: outputs to keep, and a survey.

use std::ops::Range;

use anyhow::{Result, ensure};
use interleave_compare::batch::Batch;
use interleave_compare::committed::{Committed, SAMPLE};
use interleave_compare::coverage::Coverage;
use interleave_compare::judge::Judge;
use interleave_compare::program::{self, Program};
use interleave_compare::survey::Survey;

use super::root;

/// Asks the judge for the outputs that are kept, each twice: with other hashes of texts, and
/// with other programs before it. What then differs is no output to compare with.
///
/// # Errors
/// When there is no judge, or it contradicts itself.
pub(super) fn bless() -> Result<()> {
    let judge = Judge::required()?;
    let mut programs = program::written(root())?;
    programs.extend(program::listings(root())?);
    programs.extend(Program::of_seeds(0..SAMPLE));
    let mut batch = Batch::with_hashes(&judge, root(), 1)?;
    let mut committed = Committed::default();
    for program in &programs {
        committed.add(program, &batch.run(program)?, judge.version);
    }
    let mut batch = Batch::with_hashes(&judge, root(), 2)?;
    for program in programs.iter().rev() {
        let again = batch.run(program)?;
        let same = committed.outcome(program).is_some_and(|kept| kept == again);
        ensure!(same, "{} is not the same every time", program.name);
    }
    committed.write(root(), &programs)?;
    println!("{} outputs kept", programs.len());
    Ok(())
}

/// Prints what the programs of some seeds are about, and how they end.
///
/// # Errors
/// When there is no judge.
pub(super) fn survey(seeds: Range<u64>) -> Result<()> {
    let mut coverage = Coverage::default();
    for program in Program::of_seeds(seeds.clone()) {
        coverage.add(&program.source);
    }
    println!("{coverage}\n");
    let mut batch = Batch::start(&Judge::required()?, root())?;
    let mut survey = Survey::default();
    for program in Program::of_seeds(seeds) {
        survey.add(&program.source, &batch.run(&program)?);
    }
    println!("{survey}");
    Ok(())
}
