//! Measures the event loop: crawls of ten thousand to a million tasks, here and elsewhere.
//!
//! All engines run the same program in the same run of this command, round by round, so that what
//! else the machine does falls on all of them. What is measured is told in `loop_report.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use interleave_compare::judge::Judge;

use crate::e2e::Scripts;
use crate::judging;
use crate::loop_report::{self, Machine};
use crate::node;
use crate::process;
use crate::project::Project;
use crate::wasm;

/// How many tasks are created.
pub(crate) const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];

/// How many tasks the Python program creates that runs here and under CPython.
pub(crate) const PYTHON_SIZE: u32 = 100_000;

/// How often each is measured. CPython needs half a minute for a million tasks, and does it once.
pub(crate) const ROUNDS: usize = 5;

/// What runs the crawl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    /// Interleave in Rust, with the full trace recorded.
    Native,
    /// Interleave as wasm in a page, with the full trace recorded.
    Wasm,
    /// tokio's current-thread runtime with its time paused.
    Tokio,
    /// CPython's asyncio.
    CPython,
    /// The whole process of `interleave run crawl.py`.
    PythonHere,
    /// The whole process of `python crawl.py`.
    PythonThere,
}

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// Seconds of processor time.
    pub(crate) took_s: f64,
    /// The most memory that the process, or the module, had.
    pub(crate) peak_bytes: f64,
}

/// All runs of each engine with each number of tasks. With one task it is the engine's own memory.
pub(crate) type Samples = BTreeMap<(Engine, u32), Vec<Sample>>;

/// Measures, prints the tables and writes them into `docs/benchmarks.md`.
///
/// # Errors
/// When something cannot be built or run, or a promise is broken.
pub(crate) fn run(project: &Project) -> Result<()> {
    let bench = Bench::prepare(project)?;
    let mut samples = Samples::new();
    for round in 0..ROUNDS {
        eprintln!("round {} of {ROUNDS}", round + 1);
        bench.round(round, &mut samples)?;
    }
    let machine = Machine::read(&bench.judge, &bench.scripts.browser_version()?)?;
    let report = loop_report::Report::of(&samples)?;
    print!("{report}");
    loop_report::write(project, &machine, &report)?;
    ensure!(
        report.broken().is_empty(),
        "broken: {}",
        report.broken().join("; ")
    );
    Ok(())
}

struct Bench<'a> {
    project: &'a Project,
    judge: Judge,
    scripts: Scripts<'a>,
    module: PathBuf,
}

impl<'a> Bench<'a> {
    fn prepare(project: &'a Project) -> Result<Self> {
        let judge = judging::judge()?;
        wasm::add_target(project)?;
        let module = project.scratch().join("loop-bench");
        fs::create_dir_all(&module)?;
        wasm::loop_bench(project, &module)?;
        node::install(project)?;
        let scripts = Scripts::prepare(project)?;
        // One by one: together the command would be built with what only the bench asks of tokio.
        for package in ["interleave-loop-bench", "interleave-server"] {
            process::run(&mut project.cargo(&["build", "--release", "-p", package]))?;
        }
        Ok(Self {
            project,
            judge,
            scripts,
            module,
        })
    }

    fn round(&self, round: usize, samples: &mut Samples) -> Result<()> {
        let mut keep = |engine, tasks, sample| {
            samples.entry((engine, tasks)).or_default().push(sample);
        };
        for tasks in [1].into_iter().chain(SIZES) {
            keep(Engine::Native, tasks, self.native("native", tasks)?);
            keep(Engine::Tokio, tasks, self.native("tokio", tasks)?);
            keep(Engine::Wasm, tasks, self.in_browser(tasks)?);
            if tasks < 1_000_000 || round == 0 {
                keep(Engine::CPython, tasks, self.cpython(tasks)?);
            }
        }
        for tasks in [1, PYTHON_SIZE] {
            let program = self.program_of(tasks)?;
            let there = self.whole(Command::new(&self.judge.python).arg(&program))?;
            keep(Engine::PythonThere, tasks, there);
            let mut here = Command::new(self.project.command());
            keep(
                Engine::PythonHere,
                tasks,
                self.whole(here.arg("run").arg(&program))?,
            );
        }
        Ok(())
    }

    fn program(&self) -> PathBuf {
        self.project.root().join("xtask/loop-bench/crawl.py")
    }

    /// Writes the program with another number of tasks: programs are given no arguments here.
    fn program_of(&self, tasks: u32) -> Result<PathBuf> {
        let program = fs::read_to_string(self.program())?;
        let number = "else 100_000";
        ensure!(program.contains(number), "crawl.py has no `{number}`");
        let path = self.module.join(format!("crawl_{tasks}.py"));
        fs::write(&path, program.replace(number, &format!("else {tasks}")))?;
        Ok(path)
    }

    fn native(&self, engine: &str, tasks: u32) -> Result<Sample> {
        let program = format!("interleave-loop-bench{}", std::env::consts::EXE_SUFFIX);
        let mut command = Command::new(self.project.command().with_file_name(program));
        sample(&process::output(
            command.args([engine, &tasks.to_string()]),
        )?)
    }

    fn in_browser(&self, tasks: u32) -> Result<Sample> {
        let folder = ("INTERLEAVE_LOOP_BENCH", self.module.as_path());
        sample(
            &self
                .scripts
                .output("bench/loop", &[tasks.to_string()], folder)?,
        )
    }

    fn cpython(&self, tasks: u32) -> Result<Sample> {
        let mut command = Command::new(&self.judge.python);
        sample(&process::output(
            command.arg(self.program()).arg(tasks.to_string()),
        )?)
    }

    /// Runs a whole process and returns its processor time, start and end among it.
    fn whole(&self, command: &mut Command) -> Result<Sample> {
        let script = "import resource, subprocess, sys\n\
            subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n\
            used = resource.getrusage(resource.RUSAGE_CHILDREN)\n\
            print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)";
        let mut measured = Command::new(&self.judge.python);
        measured.args(["-c", script]).arg(command.get_program());
        measured.args(command.get_args());
        sample(&process::output(&mut measured)?)
    }
}

/// Reads seconds and bytes.
fn sample(printed: &str) -> Result<Sample> {
    let mut numbers = printed.split_whitespace().map(str::parse);
    let mut next = || numbers.next().context("a measurement printed too little");
    let (took_s, peak_bytes) = (next()??, next()??);
    Ok(Sample { took_s, peak_bytes })
}
