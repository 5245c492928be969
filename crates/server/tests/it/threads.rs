//! Threads of Python programs: what they print, and what the trace has of them.

use std::sync::Arc;

use interleave::runtime::{Event, Limit, Outcome};
use interleave_python::with_stacks;
use interleave_server::origins::Origin;
use interleave_server::run::{FinishedRun, PythonFile};
use url::Url;

fn printed(finished: &FinishedRun) -> Vec<&str> {
    let console = finished.summary.console.iter();
    console.map(|line| line.text.as_str()).collect()
}

/// Plays a program where it may start threads, and looks at how it ended.
fn played(source: &'static str, look: impl FnOnce(&FinishedRun) + Send + 'static) {
    with_stacks(move || look(&PythonFile::of_text("threads.py", source).simulated())).unwrap();
}

#[test]
fn threads_print_in_the_order_of_their_time() {
    let source = "import threading, time
def work(seconds):
    time.sleep(seconds)
    print(seconds)
threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print('end')
";
    played(source, |finished| {
        assert_eq!(printed(finished), ["1", "2", "3", "end"]);
        assert_eq!(finished.summary.seconds, 3.0);
    });
}

/// A thread has a lane: it begins its work where it is started, and ends it at its own moment.
#[test]
fn the_trace_has_a_threads_work() {
    let source = "import asyncio, threading, time
async def main():
    thread = threading.Thread(target=time.sleep, args=(2,), name='sleeper')
    thread.start()
    await asyncio.sleep(1)
    print(thread.is_alive())
asyncio.run(main())
";
    played(source, |finished| {
        assert_eq!(printed(finished), ["True"]);
        let events = finished.recorder.read(|trace| {
            let of_threads = trace.events().filter_map(|(at, event)| match event {
                Event::ThreadCreated { name, .. } => Some((at.seconds(), name.to_owned())),
                Event::JobBegan { location, .. } => {
                    Some((at.seconds(), format!("{}:{}", location.file, location.line)))
                }
                Event::JobEnded { .. } => Some((at.seconds(), "ends".to_owned())),
                _ => None,
            });
            of_threads.collect::<Vec<_>>()
        });
        let expected = [(0.0, "sleeper"), (0.0, "threads.py:4"), (2.0, "ends")];
        assert_eq!(events.len(), expected.len(), "{events:?}");
        for ((at, what), (expected_at, start)) in events.iter().zip(expected) {
            assert!(*at == expected_at && what.starts_with(start), "{events:?}");
        }
    });
}

#[test]
fn threads_that_wait_for_each_other_end_the_run() {
    let source = "import threading, time
first, second = threading.Lock(), threading.Lock()
def work(one, other):
    with one:
        time.sleep(1)
        with other: print('never')
threads = [threading.Thread(target=work, args=pair) for pair in ((first, second), (second, first))]
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    played(source, |finished| {
        assert_eq!(printed(finished), Vec::<&str>::new());
        assert_eq!(finished.outcome, Outcome::Limit(Limit::Stuck));
        assert_eq!(finished.summary.seconds, 1.0);
    });
}

#[test]
fn a_thread_without_end_is_interrupted() {
    let source = "import threading
def spin():
    while True: pass
print('starts')
threading.Thread(target=spin).start()
";
    played(source, |finished| {
        assert_eq!(printed(finished), ["starts"]);
        assert!(matches!(finished.outcome, Outcome::Limit(_)));
    });
}

/// Requests of threads are on their way together, in real time, too.
#[test]
fn threads_fetch_beside_each_other_live() {
    let source = "import requests, time
from concurrent.futures import ThreadPoolExecutor
pages = [f'http://127.0.0.1:8082/movie/{n}' for n in range(1, 7)]
began = time.perf_counter()
with ThreadPoolExecutor(6) as pool:
    print([page.status_code for page in pool.map(requests.get, pages)])
together = time.perf_counter() - began
began = time.perf_counter()
for page in pages: requests.get(page)
print(together < time.perf_counter() - began)
";
    with_stacks(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let demo = runtime.block_on(Origin::start_demo()).unwrap();
        let site = Url::parse(&demo.text()).unwrap();
        let source = source.replace("http://127.0.0.1:8082", &demo.text());
        let program = PythonFile::of_text("fetch.py", &source).reaching([site.origin()]);
        let finished = program.live(Arc::default(), |_| {}).unwrap();
        runtime.block_on(demo.stop());
        let statuses = format!("{:?}", [200; 6]);
        assert_eq!(printed(&finished), [statuses.as_str(), "True"]);
    })
    .unwrap();
}
