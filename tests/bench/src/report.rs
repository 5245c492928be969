//! What the measurements of the loop come to: a table, the promises, and `docs/benchmarks.md`.
//!
//! Only measured numbers stand in the section of the file that this writes, medians of all rounds.

use std::fmt::{self, Display, Write as _};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use interleave_compare::judge::Judge;

use crate::samples::{Engine, PYTHON_SIZE, ROUNDS, SIZES, Samples};

/// The lines between which the section stands.
const BEGIN: &str = "<!-- written by `cargo xtask bench loop`: begin -->";
const END: &str = "<!-- written by `cargo xtask bench loop`: end -->";

/// Where something was measured, and with which versions.
pub(crate) struct Machine(Vec<String>);

impl Machine {
    /// Asks the system; adds what the compiler and the browser say of themselves.
    ///
    /// # Errors
    /// When the system does not answer.
    pub(crate) fn read(judge: &Judge, [rustc, browser]: &[String; 2]) -> Result<Self> {
        let cpus = fs::read_to_string("/proc/cpuinfo")?;
        let models = cpus
            .lines()
            .filter_map(|line| line.strip_prefix("model name"));
        let models: Vec<_> = models
            .map(|line| line.trim_matches([':', ' ', '\t']))
            .collect();
        let model = models.first().context("no processor is told here")?;
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?;
        let load = fs::read_to_string("/proc/loadavg")?;
        let load = load.split_whitespace().next().unwrap_or_default();
        Ok(Self(vec![
            format!("{} × {model}; load {load} at the end", models.len()),
            format!("Linux {}", kernel.trim()),
            rustc.trim().to_owned(),
            format!("CPython {}", judge.version),
            browser.trim().to_owned(),
        ]))
    }
}

/// One promise, and whether it was kept.
struct Promise {
    what: String,
    measured: f64,
    is_kept: bool,
}

/// The numbers of one run of the command.
pub(crate) struct Report {
    tables: String,
    promises: Vec<Promise>,
}

impl Report {
    /// Makes the tables.
    ///
    /// # Errors
    /// When something was not measured.
    pub(crate) fn of(samples: &Samples) -> Result<Self> {
        let numbers = Numbers(samples);
        Ok(Self {
            tables: tables(&numbers)?,
            promises: promises(&numbers)?,
        })
    }

    /// Returns the promises that are broken.
    pub(crate) fn broken(&self) -> Vec<String> {
        let broken = self.promises.iter().filter(|promise| !promise.is_kept);
        broken
            .map(|it| format!("{} ({:.2})", it.what, it.measured))
            .collect()
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}| promise | measured | |\n| --- | ---: | --- |",
            self.tables
        )?;
        for promise in &self.promises {
            let verdict = if promise.is_kept {
                "kept"
            } else {
                "**missed**"
            };
            writeln!(
                f,
                "| {} | {:.2} | {verdict} |",
                promise.what, promise.measured
            )?;
        }
        Ok(())
    }
}

/// Writes the section of `docs/benchmarks.md`; what others wrote there stays.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn write(machine: &Machine, report: &Report) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/benchmarks.md");
    let text = fs::read_to_string(&path)?;
    let (before, after) = match (text.split_once(BEGIN), text.split_once(END)) {
        (Some((before, _)), Some((_, after))) => (before.to_owned(), after.to_owned()),
        _ => (format!("{text}\n"), "\n".to_owned()),
    };
    let machine = machine.0.join("; ");
    let section = format!(
        "{BEGIN}\n## The loop\n\nA crawl creates one task per page; page *i* sleeps *i* mod 7 \
         milliseconds; all are gathered.\nEach number is the median of {ROUNDS} runs, \
         CPython with a million tasks of one. Each run\nhas a process, or a page, of its own. \
         Time is processor time, since the machine has other\nwork, too. Interleave records the \
         full trace; tokio and CPython record nothing.\nMemory is the most that the process had, \
         less what it has with one task.\n\nMeasured on: {machine}.\n\n{report}{END}"
    );
    Ok(fs::write(&path, before + &section + &after)?)
}

/// The medians.
struct Numbers<'a>(&'a Samples);

impl Numbers<'_> {
    fn median(&self, engine: Engine, tasks: u32, part: Part) -> Result<f64> {
        let samples = self.0.get(&(engine, tasks));
        let samples = samples.with_context(|| format!("{engine:?} was not measured"))?;
        let mut values: Vec<_> = samples
            .iter()
            .map(|sample| match part {
                Part::Time => sample.took_s,
                Part::Memory => sample.peak_bytes,
            })
            .collect();
        values.sort_by(f64::total_cmp);
        let middle = values.get(values.len() / 2).copied();
        middle.context("nothing was measured")
    }

    /// Returns microseconds per task.
    fn micros(&self, engine: Engine, tasks: u32) -> Result<f64> {
        Ok(self.median(engine, tasks, Part::Time)? * 1e6 / f64::from(tasks))
    }

    /// Returns bytes per task, without what the engine has by itself.
    fn bytes(&self, engine: Engine, tasks: u32) -> Result<f64> {
        let own = self.median(engine, 1, Part::Memory)?;
        Ok((self.median(engine, tasks, Part::Memory)? - own) / f64::from(tasks))
    }

    /// Returns how many times as long as `than` an engine takes.
    fn ratio(&self, engine: Engine, than: Engine, tasks: u32) -> Result<f64> {
        Ok(self.micros(engine, tasks)? / self.micros(than, tasks)?)
    }
}

#[derive(Clone, Copy)]
enum Part {
    Time,
    Memory,
}

const ENGINES: [(Engine, &str); 4] = [
    (Engine::Native, "Interleave"),
    (Engine::Wasm, "Interleave, wasm in a page"),
    (Engine::Tokio, "tokio, current thread, time paused"),
    (Engine::CPython, "CPython's asyncio"),
];

fn tables(numbers: &Numbers<'_>) -> Result<String> {
    let mut out = String::new();
    writeln!(
        out,
        "| tasks | | µs per task | CPython ÷ it | bytes per task |"
    )?;
    writeln!(out, "| ---: | --- | ---: | ---: | ---: |")?;
    for tasks in SIZES {
        for (engine, name) in ENGINES {
            let micros = numbers.micros(engine, tasks)?;
            let ratio = numbers.ratio(Engine::CPython, engine, tasks)?;
            let bytes = numbers.bytes(engine, tasks)?;
            writeln!(
                out,
                "| {tasks} | {name} | {micros:.2} | {ratio:.1} | {bytes:.0} |"
            )?;
        }
    }
    writeln!(
        out,
        "\nThe same crawl as a Python program, the whole process:\n"
    )?;
    writeln!(out, "| tasks | | seconds | bytes per task |")?;
    writeln!(out, "| ---: | --- | ---: | ---: |")?;
    let programs = [
        (Engine::PythonHere, "`interleave run crawl.py`"),
        (Engine::PythonThere, "`python crawl.py`"),
    ];
    for (engine, name) in programs {
        let seconds = numbers.median(engine, PYTHON_SIZE, Part::Time)?;
        let bytes = numbers.bytes(engine, PYTHON_SIZE)?;
        writeln!(
            out,
            "| {PYTHON_SIZE} | {name} | {seconds:.2} | {bytes:.0} |"
        )?;
    }
    writeln!(out)?;
    Ok(out)
}

fn promises(numbers: &Numbers<'_>) -> Result<Vec<Promise>> {
    let mut promises = Vec::new();
    let mut at_most = |what: &str, measured: f64, most: f64| {
        let what = what.to_owned();
        let is_kept = measured <= most;
        promises.push(Promise {
            what,
            measured,
            is_kept,
        });
    };
    let [few, some, many] = SIZES;
    let native = Engine::Native;
    let of_cpython = numbers.ratio(Engine::CPython, native, some)?;
    at_most(
        "CPython takes at least 40 times as long, 100,000 tasks",
        -of_cpython,
        -40.0,
    );
    let of_tokio = numbers.ratio(native, Engine::Tokio, many)?;
    at_most(
        "at most 2 times tokio's time, 1,000,000 tasks",
        of_tokio,
        2.0,
    );
    let of_native = numbers.ratio(Engine::Wasm, native, many)?;
    at_most(
        "wasm at most 2 times the native time, 1,000,000 tasks",
        of_native,
        2.0,
    );
    let growth = numbers.micros(native, many)? / numbers.micros(native, few)?;
    at_most(
        "a task of 1,000,000 at most 1.3 times one of 10,000",
        growth,
        1.3,
    );
    let bytes = numbers.bytes(native, many)?;
    at_most("at most 400 bytes per task, 1,000,000 tasks", bytes, 400.0);
    for promise in &mut promises {
        promise.measured = promise.measured.abs();
    }
    Ok(promises)
}
