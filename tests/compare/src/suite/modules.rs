//! Which modules of tests there are, and where.

use std::fs;

use anyhow::{Result, ensure};

use crate::judge::Judge;

/// The modules of `test.test_asyncio` whose subject is here.
pub const ASYNCIO: [&str; 20] = [
    "test_base_events",
    "test_buffered_proto",
    "test_context",
    "test_eager_task_factory",
    "test_futures",
    "test_futures2",
    "test_locks",
    "test_pep492",
    "test_protocols",
    "test_queues",
    "test_runners",
    "test_selector_events",
    "test_staggered",
    "test_streams",
    "test_taskgroups",
    "test_tasks",
    "test_threads",
    "test_timeouts",
    "test_transports",
    "test_waitfor",
];

/// The modules with tests of what programs have beside asyncio.
pub const LIBRARY: [&str; 9] = [
    "test_contextlib_async",
    "test_asyncgen",
    "test_coroutines",
    "test_context",
    "test_dataclasses",
    "test_json",
    "test_queue",
    "test_argparse",
    "test_logging",
];

/// A module of tests, or a package of such modules.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name, like `test_locks`.
    pub name: String,
    /// The package that it is in.
    package: &'static str,
}

impl Module {
    /// Takes the name of a module of asyncio's tests.
    #[must_use]
    pub fn of_asyncio(name: &str) -> Self {
        Self::of("test.test_asyncio", name)
    }

    /// Takes the name of a module of the library's tests.
    #[must_use]
    pub fn of_library(name: &str) -> Self {
        Self::of("test", name)
    }

    fn of(package: &'static str, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            package,
        }
    }

    /// Returns the names under which its modules are imported, and what the names of all its tests begin with.
    pub(super) fn names(&self, judge: &Judge) -> Result<(Vec<String>, String)> {
        let name = format!("{}.{}", self.package, self.name);
        let path = judge.library.join(name.replace('.', "/"));
        let common = format!("{name}.");
        if !path.is_dir() {
            let file = path.with_extension("py");
            ensure!(file.is_file(), "there is no {}", file.display());
            return Ok((vec![name], common));
        }
        let mut modules = Vec::new();
        for entry in fs::read_dir(&path)? {
            let file = entry?.file_name();
            let file = file.to_string_lossy();
            // What lies beside, such as the modules that test_dataclasses imports, has no tests.
            if let Some(module) = file
                .strip_suffix(".py")
                .filter(|it| it.starts_with("test_"))
            {
                modules.push(format!("{name}.{module}"));
            }
        }
        modules.sort();
        let main = fs::read_to_string(path.join("__init__.py"))?;
        if main.contains("def test_") {
            modules.insert(0, name);
        }
        Ok((modules, common))
    }
}
