//! Crawlers in Python, as tutorials print them: with `requests` and `aiohttp`, and `bs4`.
//!
//! Each runs on the simulated clock, where the recorded crawl answers, and in real time, where the demo site does.

use std::sync::Arc;

use interleave::runtime::{Event, Outcome};
use interleave_python::with_stacks;
use interleave_server::demo::{MOVIES, answer};
use interleave_server::origins::Origin;
use interleave_server::run::{FinishedRun, PythonFile};
use url::Url;

const BLOCKING: &str = include_str!("blocking.py");
const CONCURRENT: &str = include_str!("concurrent.py");

/// What either program prints.
fn rows() -> Vec<String> {
    let row = |movie: &interleave_server::demo::Movie| {
        format!("{} {} /poster/{}.svg", movie.name, movie.date, movie.id)
    };
    MOVIES.iter().map(row).collect()
}

fn printed(finished: &FinishedRun) -> Vec<String> {
    let console = finished.summary.console.iter();
    console.map(|line| line.text.clone()).collect()
}

fn simulated(source: &str) -> FinishedRun {
    PythonFile::of_text("crawl.py", source).simulated()
}

/// Runs a program in real time, against a demo site of its own.
fn live(source: &str) -> FinishedRun {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let demo = runtime.block_on(Origin::start_demo()).unwrap();
    let site = Url::parse(&demo.text()).unwrap();
    let source = source.replace("http://127.0.0.1:8082", &demo.text());
    let program = PythonFile::of_text("crawl.py", &source).reaching([site.origin()]);
    let finished = program.live(Arc::default(), |_| {}).unwrap();
    runtime.block_on(demo.stop());
    finished
}

/// How long the demo site takes for a page, in seconds.
fn delay_s(path: &str) -> f64 {
    answer(path).delay_ms as f64 / 1000.0
}

fn movie_delays_s() -> impl Iterator<Item = f64> {
    MOVIES
        .iter()
        .map(|movie| delay_s(&format!("/movie/{}", movie.id)))
}

#[test]
fn the_blocking_crawl_takes_the_sum_of_its_pages() {
    let finished = simulated(BLOCKING);
    assert_eq!(printed(&finished), rows());
    assert_eq!(finished.outcome, Outcome::Finished);
    let sum = delay_s("/absolute") + movie_delays_s().sum::<f64>();
    assert!((finished.summary.seconds - sum).abs() < 1e-6, "{sum}");
}

#[test]
fn the_concurrent_crawl_takes_as_long_as_its_slowest_page() {
    let finished = simulated(CONCURRENT);
    assert_eq!(printed(&finished), rows());
    let slowest = delay_s("/absolute") + movie_delays_s().fold(0.0, f64::max);
    assert!(
        (finished.summary.seconds - slowest).abs() < 1e-6,
        "{slowest}"
    );
}

#[test]
fn both_crawl_the_demo_site_itself() {
    for source in [BLOCKING, CONCURRENT] {
        let finished = live(source);
        assert_eq!(printed(&finished), rows());
        assert_eq!(finished.outcome, Outcome::Finished);
    }
}

/// Each `asyncio.run` of a program may fetch, in real time too.
#[test]
fn a_program_fetches_in_several_runs_of_its_loop() {
    let finished = live(
        "import asyncio, httpx
async def main(path):
    async with httpx.AsyncClient() as client:
        print((await client.get('http://127.0.0.1:8082' + path)).status_code)
for path in ('/movie/1?delay=0', '/movie/13', '/movie/2?delay=0'):
    asyncio.run(main(path))
",
    );
    assert_eq!(printed(&finished), ["200", "404", "200"]);
}

/// A request of `requests` in a task stops all tasks, one of `httpx.AsyncClient` none.
#[test]
fn requests_that_block_are_drawn_as_blocking() {
    let program = |request: &str| {
        format!(
            "import asyncio, httpx, requests
async def tick():
    await asyncio.sleep(0.01)
    print('tick')
async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0)
    {request}
    print('page', response.status_code)
    await task
asyncio.run(main())
"
        )
    };
    let address = "'http://127.0.0.1:8082/movie/1'";
    let blocked = simulated(&program(&format!("response = requests.get({address})")));
    assert_eq!(printed(&blocked), ["page 200", "tick"]);
    let awaited = simulated(&program(&format!(
        "response = await httpx.AsyncClient().get({address})"
    )));
    assert_eq!(printed(&awaited), ["tick", "page 200"]);
    let blocks = |finished: &FinishedRun| {
        finished.recorder.read(|trace| {
            let events = trace.events();
            events
                .filter(|(_, event)| matches!(event, Event::Blocked { .. }))
                .count()
        })
    };
    assert_eq!((blocks(&blocked), blocks(&awaited)), (1, 0));
}

/// In threads, `requests` waits for several pages at once.
#[test]
fn requests_in_threads_take_as_long_as_the_slowest() {
    let source = "import asyncio, requests
async def main():
    addresses = [f'http://127.0.0.1:8082/movie/{n}' for n in range(1, 13)]
    pages = await asyncio.gather(*(asyncio.to_thread(requests.get, address) for address in addresses))
    print([page.status_code for page in pages])
asyncio.run(main())
";
    with_stacks(|| {
        let finished = simulated(source);
        assert_eq!(printed(&finished), [format!("{:?}", [200; 12])]);
        let slowest = movie_delays_s().fold(0.0, f64::max);
        assert!((finished.summary.seconds - slowest).abs() < 1e-6);
    })
    .unwrap();
}

#[test]
fn limits_of_time_hold_on_the_simulated_clock() {
    let finished = simulated(
        "import asyncio, aiohttp, httpx, requests, time, urllib.request
address = 'http://127.0.0.1:8082/gbk'
def tried(function):
    began = time.monotonic()
    try:
        function()
    except Exception as error:
        print(type(error).__name__, round(time.monotonic() - began, 3))
tried(lambda: requests.get(address, timeout=0.1))
tried(lambda: httpx.get(address, timeout=0.2))
tried(lambda: urllib.request.urlopen(address, timeout=0.3))
async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.4)) as session:
        await session.get(address)
tried(lambda: asyncio.run(main()))
",
    );
    let expected = [
        "ReadTimeout 0.1",
        "ReadTimeout 0.2",
        "TimeoutError 0.3",
        "TimeoutError 0.4",
    ];
    assert_eq!(printed(&finished), expected);
}

/// What is not there says what is.
#[test]
fn what_is_missing_names_what_is_there() {
    let finished = simulated(
        "import aiohttp, httpx, requests, urllib.request
for ask in (
    lambda: requests.Session().mount('http://', None),
    lambda: requests.adapters,
    lambda: aiohttp.web,
    lambda: httpx.HTTPTransport,
    lambda: urllib.request.urlretrieve,
    lambda: requests.get('http://127.0.0.1:8082/').raw,
):
    try:
        ask()
    except AttributeError as error:
        print('here' in str(error).split(':')[-1], str(error).split(' is missing')[0])
for name in ('lxml', 'selenium', 'aiofiles', 'uvloop', 'nest_asyncio'):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(str(error).split(':')[0])
try:
    from aiohttp import web
except ImportError as error:
    print(str(error).split(':')[0])
",
    );
    let expected = [
        "True Session.mount",
        "True requests.adapters",
        "True aiohttp.web",
        "True httpx.HTTPTransport",
        "True urllib.request.urlretrieve",
        "True Response.raw",
        "No module named 'lxml'",
        "No module named 'selenium'",
        "No module named 'aiofiles'",
        "No module named 'uvloop'",
        "No module named 'nest_asyncio'",
        "No module named 'aiohttp.web'",
    ];
    assert_eq!(printed(&finished), expected);
}

#[test]
fn bars_and_marks_are_plain() {
    let finished = simulated(
        "from tqdm import tqdm
from rich import print as show
show('[bold red]total[/bold red]', sum(tqdm([1, 2, 3])), [1, 2], 'a[0]')
",
    );
    assert_eq!(printed(&finished), ["total 6 [1, 2] a[0]"]);
}
