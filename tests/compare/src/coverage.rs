//! What the generated programs are about, counted: a part of asyncio that no program uses is a
//! part that is never compared.

use std::fmt;
use std::fmt::Write;

/// A feature and the text by which a source shows that it uses it.
const FEATURES: &[(&str, &str)] = &[
    ("create_task", "asyncio.create_task("),
    ("tasks with names", ", name=\"task"),
    ("sleep(0)", "asyncio.sleep(0)"),
    ("time.sleep", "    time.sleep("),
    ("cancel", ".cancel("),
    ("cancel with a message", ".cancel(\""),
    ("cancel later", ".cancel)"),
    ("cancel before the start", ")\n    say(\"cancel\", task_"),
    ("cancel twice", ".cancel(\"second\")"),
    ("cancel of itself", "current_task().cancel("),
    ("cancel refused", "say(\"refuses\""),
    ("clean-up that awaits", "say(\"cleaned up\""),
    ("cancelling, uncancel", ".uncancel("),
    ("errors of own classes", "(Exception):"),
    ("raise from", " from error"),
    ("StopIteration raised", "raise StopIteration"),
    ("task left", "left.append("),
    ("gather", "asyncio.gather("),
    ("gather return_exceptions", "return_exceptions=True"),
    ("gather nested", "asyncio.gather(asyncio.gather("),
    ("gather cancelled", "= asyncio.gather("),
    ("wait", "asyncio.wait("),
    ("wait FIRST_COMPLETED", "asyncio.FIRST_COMPLETED"),
    ("wait FIRST_EXCEPTION", "asyncio.FIRST_EXCEPTION"),
    ("wait ALL_COMPLETED", "asyncio.ALL_COMPLETED"),
    ("as_completed", "    for first in asyncio.as_completed("),
    (
        "as_completed, async for",
        "async for first in asyncio.as_completed(",
    ),
    ("wait_for", "asyncio.wait_for("),
    ("timeout", "asyncio.timeout("),
    ("timeout_at", "asyncio.timeout_at("),
    ("timeout rescheduled", ".reschedule("),
    ("timeout that ties", "\"in time\""),
    ("shield", "asyncio.shield("),
    ("TaskGroup", "asyncio.TaskGroup("),
    ("except*", "except* "),
    ("group from a child", "spawn(group"),
    ("Queue", "asyncio.Queue("),
    ("LifoQueue", "asyncio.LifoQueue("),
    ("PriorityQueue", "asyncio.PriorityQueue("),
    ("queue join", ".join()"),
    ("queue task_done", ".task_done()"),
    ("queue shutdown", ".shutdown"),
    ("queue without wait", "_nowait("),
    ("Lock", "asyncio.Lock("),
    ("Semaphore", "asyncio.Semaphore("),
    ("BoundedSemaphore", "asyncio.BoundedSemaphore("),
    ("Event", "asyncio.Event("),
    ("Condition", "asyncio.Condition("),
    ("Condition wait_for", ".wait_for(lambda"),
    ("Barrier", "asyncio.Barrier("),
    ("Barrier abort", ".abort()"),
    ("Barrier reset", ".reset()"),
    ("done callback", ".add_done_callback("),
    ("done callback removed", ".remove_done_callback("),
    ("callback that raises", "def fail_"),
    ("call_soon", ".call_soon("),
    ("call_later", ".call_later("),
    ("call_at", ".call_at("),
    ("handle cancelled", "handle_1.cancel()"),
    ("create_future", ".create_future()"),
    ("future set_result", ".set_result"),
    ("future set_exception", ".set_exception"),
    ("async generator", "yield number"),
    ("anext", "await anext("),
    ("asend", ".asend("),
    ("athrow", ".athrow("),
    ("async comprehension", " async for number in "),
    ("aclosing", "contextlib.aclosing("),
    ("asynccontextmanager", "@contextlib.asynccontextmanager"),
    ("async with, a class", "__aexit__"),
    ("AsyncExitStack", "contextlib.AsyncExitStack("),
    ("contextvars", "contextvars.ContextVar("),
    ("to_thread", "asyncio.to_thread("),
    ("run_in_executor", ".run_in_executor("),
    ("main with sys.exit", "sys.exit("),
    ("KeyboardInterrupt", "raise KeyboardInterrupt"),
    ("Runner", "asyncio.Runner("),
];

/// How many programs use each feature.
#[derive(Debug)]
pub struct Coverage {
    programs: usize,
    counts: Vec<usize>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            programs: 0,
            counts: vec![0; FEATURES.len()],
        }
    }
}

impl Coverage {
    /// Counts a program.
    pub fn add(&mut self, source: &str) {
        self.programs += 1;
        for (count, (_, sign)) in self.counts.iter_mut().zip(FEATURES) {
            *count += usize::from(source.contains(sign));
        }
    }

    /// Returns the features that no program uses.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let both = self.counts.iter().zip(FEATURES);
        both.filter(|(count, _)| **count == 0)
            .map(|(_, (name, _))| *name)
            .collect()
    }
}

impl fmt::Display for Coverage {
    /// Writes a line for each feature: how many programs use it, and of a hundred.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, (name, _)) in self.counts.iter().zip(FEATURES) {
            let percent = 100.0 * *count as f64 / self.programs.max(1) as f64;
            writeln!(f, "{name:<26}{count:>7}  {percent:>5.1} %")?;
        }
        f.write_char('\n')?;
        write!(f, "{} programs", self.programs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator;

    #[test]
    fn three_thousand_programs_leave_nothing_out() {
        let mut coverage = Coverage::default();
        for seed in 0..3_000 {
            coverage.add(&generator::program(seed));
        }
        assert_eq!(coverage.missing(), Vec::<&str>::new());
    }
}
