//! Measures the event loop: crawls of ten thousand to a million tasks, here and elsewhere.
//!
//! All engines run the same program in the same run of this command, round by round, so that what
//! else the machine does falls on all of them. What is measured is told in `report.rs`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use interleave_compare::judge::Judge;

use crate::report::{self, Machine, Report};
use crate::samples::{Engine, PYTHON_SIZE, ROUNDS, SIZES, Sample, Samples};

/// The program under CPython.
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crawl.py");

/// Runs a whole process and prints its processor time, start and end among it, and its memory.
const WHOLE: &str = "import resource, subprocess, sys\n\
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n\
    used = resource.getrusage(resource.RUSAGE_CHILDREN)\n\
    print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)";

/// Measures, prints the tables and writes them into `docs/benchmarks.md`; the script crawls in a browser.
///
/// # Errors
/// When something cannot be run, or a promise is broken.
pub(crate) fn run(script: PathBuf) -> Result<()> {
    let bench = Bench {
        judge: Judge::required()?,
        script,
    };
    let mut samples = Samples::new();
    for round in 0..ROUNDS {
        eprintln!("round {} of {ROUNDS}", round + 1);
        bench.round(round, &mut samples)?;
    }
    let browser = printed(Command::new(variable("CHROMIUM")?).arg("--version"))?;
    let rustc = printed(Command::new("rustc").arg("--version"))?;
    let machine = Machine::read(&bench.judge, &[rustc, browser])?;
    let report = Report::of(&samples)?;
    print!("{report}");
    report::write(&machine, &report)?;
    let broken = report.broken();
    ensure!(broken.is_empty(), "broken: {}", broken.join("; "));
    Ok(())
}

struct Bench {
    judge: Judge,
    script: PathBuf,
}

impl Bench {
    fn round(&self, round: usize, samples: &mut Samples) -> Result<()> {
        let mut keep = |engine, tasks, command: &mut Command| -> Result<()> {
            let kept: &mut Vec<_> = samples.entry((engine, tasks)).or_default();
            kept.push(sample(&printed(command)?)?);
            Ok(())
        };
        for tasks in [1].into_iter().chain(SIZES) {
            let count = tasks.to_string();
            for (engine, name) in [(Engine::Native, "native"), (Engine::Tokio, "tokio")] {
                let mut here = Command::new(env::current_exe()?);
                keep(engine, tasks, here.args([name, &count]))?;
            }
            let mut node = Command::new("node");
            node.arg("--enable-source-maps").arg(&self.script);
            keep(Engine::Wasm, tasks, node.arg(&count))?;
            if tasks < 1_000_000 || round == 0 {
                let mut python = Command::new(&self.judge.python);
                keep(Engine::CPython, tasks, python.args([PROGRAM, &count]))?;
            }
        }
        for tasks in [1, PYTHON_SIZE] {
            let program = program_of(tasks)?;
            let (there, here) = (&self.judge.python, variable("INTERLEAVE_COMMAND")?);
            keep(Engine::PythonThere, tasks, self.whole(there).arg(&program))?;
            let mut here = self.whole(&here);
            keep(Engine::PythonHere, tasks, here.arg("run").arg(&program))?;
        }
        Ok(())
    }

    /// Describes the measurement of a whole process of a program.
    fn whole(&self, program: &Path) -> Command {
        let mut command = Command::new(&self.judge.python);
        command.args(["-c", WHOLE]).arg(program);
        command
    }
}

/// Writes the program with another number of tasks: programs are given no arguments here.
fn program_of(tasks: u32) -> Result<PathBuf> {
    let program = fs::read_to_string(PROGRAM)?;
    let number = "else 100_000";
    ensure!(program.contains(number), "crawl.py has no `{number}`");
    let path = variable("INTERLEAVE_LOOP_BENCH")?.join(format!("crawl_{tasks}.py"));
    fs::write(&path, program.replace(number, &format!("else {tasks}")))?;
    Ok(path)
}

/// Returns the path that a variable names.
fn variable(name: &str) -> Result<PathBuf> {
    let value = env::var_os(name).with_context(|| format!("{name} is not set"))?;
    Ok(PathBuf::from(value))
}

/// Runs a program to its end and returns what it printed.
fn printed(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("`{name}` could not be started"))?;
    ensure!(
        output.status.success(),
        "`{name}` ended with {}",
        output.status
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Reads seconds and bytes.
fn sample(printed: &str) -> Result<Sample> {
    let mut numbers = printed.split_whitespace().map(str::parse);
    let mut next = || numbers.next().context("a measurement printed too little");
    let (took_s, peak_bytes) = (next()??, next()??);
    Ok(Sample { took_s, peak_bytes })
}
