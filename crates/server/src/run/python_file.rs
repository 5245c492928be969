//! A run of a Python file instead of a lesson.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{cell::RefCell, env, fs, rc::Rc, sync::Arc};

use interleave::crawl::{Html, Replay};
use interleave::export::RecordedProgram;
use interleave::lessons::DEMO_SITE;
use interleave::runtime::{Event, Limits, Nanos, Request, Run, RunOptions};
use interleave_python::{Found, Host, Interrupter, LATENCY, Module, Pending, Program};
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use url::{Origin, Url};

use super::cut::AtCut;
use super::live::{drive, live_options};
use super::memory::{MEMORY_MAX_MB, Memory};
use super::readable_files::{ReadableFiles, Reading};
use super::shared_trace::SharedTrace;
use super::watchdog::{EndsWhen, Watchdog, Watched};
use super::{
    command_error::CommandError, direct_fetch::DirectFetch, finished_run::FinishedRun,
    html_parser::ScraperHtml, interrupt::Interrupt, program_parameters::with_values,
};

/// The limits of a Python program. A step in Python takes longer than a step in Rust, so fewer
/// steps are allowed: an endless program stops within seconds all the same.
const LIMITS: Limits = Limits {
    steps: 3_000_000,
    ..Limits::DEFAULT
};

/// A file with a Python program.
#[derive(Debug, Clone)]
pub struct PythonFile {
    program: Program,
    /// The origins on this machine that a live run may fetch from.
    reached: Vec<Origin>,
    /// How long what the program sends to its own servers is on its way; none for the usual.
    latency: Option<Nanos>,
    /// The bound of the memory of the process, where the program has the process for itself.
    memory: Option<Arc<Memory>>,
    at_cut: AtCut,
    reading: Reading,
}

impl PythonFile {
    /// Says whether a name is the name of a Python file, and not of a lesson.
    pub fn is_named(name: &str) -> bool {
        name.ends_with(".py")
    }

    /// Reads a program, and puts values into its parameters' lines.
    ///
    /// # Errors
    /// [`CommandError`] if the file cannot be read, or a value is invalid.
    pub fn read<'a>(
        name: &str,
        given: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CommandError> {
        let source = fs::read_to_string(name);
        let source = source.map_err(|error| CommandError::Unreadable(name.into(), error))?;
        Ok(Self::of_text(name, &with_values(&source, given)?))
    }

    /// Makes a program of a text.
    pub fn of_text(name: &str, source: &str) -> Self {
        let (file, source) = (name.to_owned(), source.to_owned());
        let program = Program { file, source };
        let reached = demo_origin(&program.source).into_iter().collect();
        Self {
            program,
            reached,
            latency: None,
            memory: None,
            at_cut: AtCut::default(),
            reading: Reading::default(),
        }
    }

    /// Lets a live run fetch from these origins, though they are not on the public internet.
    pub fn reaching(mut self, origins: impl IntoIterator<Item = Origin>) -> Self {
        self.reached.extend(origins);
        self
    }

    /// Sets how long what the program sends to its own servers is on its way.
    pub fn with_latency(mut self, latency: Nanos) -> Self {
        self.latency = Some(latency);
        self
    }

    /// Sets whether the program may read the files beside it.
    pub(super) fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    /// Sets how much memory the process may have while the program runs, in megabytes.
    pub(super) fn within_memory(mut self, memory_max_mb: u64) -> Self {
        self.memory = Some(Arc::new(Memory::new(memory_max_mb)));
        self
    }

    /// Sets what is done with a run that has to be cut off, before the command ends.
    pub(super) fn cut_with(mut self, at_cut: AtCut) -> Self {
        self.at_cut = at_cut;
        self
    }

    /// Returns the site that the program crawls, if it names one as a parameter.
    fn site(&self) -> Option<&str> {
        let line = self.program.source.lines();
        let mut sites = line.filter_map(|line| line.strip_prefix("SITE = \""));
        sites.next()?.split('"').next()
    }

    /// Returns the file's name, without its folder.
    pub(super) fn name(&self) -> String {
        Self::name_of(&self.program.file)
    }

    /// Returns the name of a program without its folder.
    pub(super) fn name_of(file: &str) -> String {
        let name = Path::new(file).file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// Plays the program at once, on the simulated clock.
    pub fn simulated(&self) -> FinishedRun {
        let trace = SharedTrace::default();
        let run = Rc::new(Run::idle(RunOptions {
            fetch: Rc::new(Replay::of_demo_site(self.site().unwrap_or(DEMO_SITE))),
            observer: Box::new(trace.clone()),
            limits: LIMITS,
            ..RunOptions::default()
        }));
        self.play(run, None, trace, EndsWhen::StepIsLate, |run| {
            run.turns();
        })
    }

    /// Plays the program in real time, on this thread. `watch` gets every event as it happens,
    /// and `interrupt` stops the run.
    ///
    /// # Errors
    /// [`CommandError`] if the system provides no timers, no network or no TLS.
    pub fn live(
        &self,
        interrupt: Arc<Interrupt>,
        watch: impl FnMut(Event<'_>) + 'static,
    ) -> Result<FinishedRun, CommandError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime: Runtime = runtime.map_err(CommandError::System)?;
        let trace = SharedTrace::default();
        let options = live_options(self.reached.clone(), trace.clone(), &interrupt, watch)?;
        let (clock, fetch, options) = options;
        let run = Rc::new(Run::idle(RunOptions {
            limits: LIMITS,
            ..options
        }));
        // All runs of the loop share one set: a transfer may outlive a run of the loop.
        let transfers = LocalSet::new();
        let ends = EndsWhen::RunIsStopped(interrupt.clone());
        Ok(self.play(run, Some(fetch), trace, ends, move |run| {
            // A loop that is closed lets go of its waker, and the program may open it again.
            let waker = interrupt.clone();
            run.set_pend(Rc::new(move || waker.wake()));
            transfers.block_on(&runtime, drive(run, &clock, &interrupt));
        }))
    }

    fn play(
        &self,
        run: Rc<Run>,
        fetch: Option<Rc<DirectFetch>>,
        trace: SharedTrace,
        ends: EndsWhen,
        drive: impl Fn(&Run) + 'static,
    ) -> FinishedRun {
        let folder = Path::new(&self.program.file).parent();
        let folder = folder.map(Path::to_path_buf);
        let host = Rc::new(CommandHost {
            drive,
            fetch,
            watched: Watched {
                file: self.program.file.clone(),
                trace: trace.clone(),
                ends,
                memory: self.memory.clone(),
                at_cut: self.at_cut.clone(),
            },
            watchdog: RefCell::default(),
            files: ReadableFiles {
                folder: folder.clone().unwrap_or_default(),
                reading: self.reading,
            },
            folders: folder.into_iter().chain(other_folders()).collect(),
            errors: RefCell::default(),
            latency: self.latency,
        });
        let outcome = self.program.play(&run, host.clone());
        // From here on nobody cuts the run off. After a panic of the interpreter the host lives on.
        drop(host.watchdog.take());
        let (end, recorder) = (run.now(), trace.recorder());
        let mut finished = FinishedRun::of(&self.program.file, &run, recorder, end, Some(outcome));
        finished.is_error_shown = true;
        finished.program = Some(self.recorded());
        finished
    }

    /// Returns the program as recordings have it.
    pub(super) fn recorded(&self) -> RecordedProgram {
        RecordedProgram {
            file: self.program.file.clone(),
            source: self.program.source.clone(),
        }
    }
}

/// Returns the demo site's origin, if a program names it: a site whose address stands in the program is
/// one that its reader means.
fn demo_origin(source: &str) -> Option<Origin> {
    let address = DEMO_SITE.trim_end_matches('/');
    let demo = Url::parse(address).ok()?.origin();
    source.contains(address).then_some(demo)
}

/// Returns the folders that the environment adds for modules, as Python's `PYTHONPATH` does.
fn other_folders() -> Vec<PathBuf> {
    let named = env::var_os("PYTHONPATH").unwrap_or_default();
    env::split_paths(&named)
        .filter(|folder| !folder.as_os_str().is_empty())
        .collect()
}

/// The command as the host of a Python program.
struct CommandHost<D> {
    drive: D,
    /// The network, if the run is live.
    fetch: Option<Rc<DirectFetch>>,
    watched: Watched,
    watchdog: RefCell<Option<Watchdog>>,
    /// The folders in which the program's modules may be.
    folders: Vec<PathBuf>,
    /// The files that the program may read.
    files: ReadableFiles,
    /// The text written to the standard error since the last end of a line.
    errors: RefCell<String>,
    latency: Option<Nanos>,
}

impl<D: Fn(&Run)> Host for CommandHost<D> {
    fn drive(&self, run: &Run) {
        (self.drive)(run);
    }

    fn write_error(&self, text: &str) {
        let mut errors = self.errors.borrow_mut();
        errors.push_str(text);
        if errors.ends_with('\n') {
            // If this fails, there is no other place for the text.
            let _ = io::stderr().write_all(errors.as_bytes());
            errors.clear();
        }
    }

    fn watch(&self, interrupter: Interrupter) {
        let watchdog = Watchdog::new(interrupter, self.watched.clone());
        self.watchdog.replace(Some(watchdog));
    }

    fn latency(&self) -> Nanos {
        self.latency.unwrap_or(LATENCY)
    }

    fn memory_left(&self) -> u64 {
        let memory = self.watched.memory.as_ref();
        memory.map_or(MEMORY_MAX_MB << 20, |memory| memory.left())
    }

    fn memory_note(&self) -> String {
        let memory = self.watched.memory.as_ref();
        let max_mb = memory.map_or(MEMORY_MAX_MB, |memory| memory.max_mb());
        format!("a program has {max_mb} MB of memory here; `interleave run --memory` gives it more")
    }

    fn html(&self) -> Rc<dyn Html> {
        Rc::new(ScraperHtml)
    }

    fn transfer(&self, request: &Request, limit: Option<Nanos>) -> Option<Box<dyn Pending>> {
        let fetch = self.fetch.as_ref()?;
        Some(fetch.begin(request, limit))
    }

    fn look(&self, path: &str) -> Found {
        self.files.look(path)
    }

    fn module(&self, name: &str) -> Option<Module> {
        let name = name.replace('.', "/");
        self.folders
            .iter()
            .find_map(|folder| read_module(&folder.join(&name)))
    }
}

/// Reads the package or the module at a path, if there is one.
fn read_module(path: &Path) -> Option<Module> {
    let (file, is_package) = match path.join("__init__.py") {
        package if package.is_file() => (package, true),
        _ => (path.with_extension("py"), false),
    };
    Some(Module {
        source: fs::read_to_string(&file).ok()?,
        file: file.to_string_lossy().into_owned(),
        is_package,
    })
}
