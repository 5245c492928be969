//! Connections within a program: how long they take on the run's clock, and what of them is not here.

use interleave::runtime::{Nanos, Outcome};
use interleave_server::run::{FinishedRun, PythonFile};

fn lines(played: &FinishedRun) -> Vec<&str> {
    let console = played.summary.console.iter();
    console.map(|line| line.text.as_str()).collect()
}

const THERE_AND_BACK: &str = "import asyncio
async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()
async def main():
    server = await asyncio.start_server(answer, 'localhost', 8888)
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection('localhost', 8888)
    print(round(loop.time(), 6))
    writer.write(b'hello\\n')
    print(await reader.readline(), round(loop.time(), 6))
    writer.close()
    server.close()
asyncio.run(main())
";

#[test]
fn what_is_sent_is_on_its_way_for_the_latency() {
    let program = PythonFile::of_text("there.py", THERE_AND_BACK);
    assert_eq!(lines(&program.simulated()), ["0.001", "b'hello\\n' 0.003"]);
    let program = program.with_latency(Nanos::from_seconds(0.25));
    assert_eq!(lines(&program.simulated()), ["0.25", "b'hello\\n' 0.75"]);
    let program = program.with_latency(Nanos::ZERO);
    assert_eq!(lines(&program.simulated()), ["0.0", "b'hello\\n' 0.0"]);
}

#[test]
fn an_address_of_another_says_why_nobody_answers() {
    let program = "import asyncio
async def main():
    for host, port in (('127.0.0.1', 9), ('example.com', 80), ('192.0.2.1', 80)):
        try:
            await asyncio.open_connection(host, port)
        except OSError as error:
            print(type(error).__name__, error)
            print(*error.__notes__)
asyncio.run(main())
";
    let played = PythonFile::of_text("other.py", program).simulated();
    assert_eq!(played.outcome, Outcome::Finished);
    let why = "there is no network here but the program's own: only what asyncio.start_server or \
        loop.create_server of this program serves is reached, at localhost; pages come with requests, \
        httpx, aiohttp or urllib.request";
    assert_eq!(
        lines(&played),
        [
            "ConnectionRefusedError [Errno 111] Connect call failed ('127.0.0.1', 9)",
            why,
            "gaierror [Errno -2] Name or service not known",
            why,
            "OSError [Errno 101] Network is unreachable",
            why,
        ]
    );
}

#[test]
fn what_waits_for_a_client_that_never_comes_is_stuck() {
    let program = "import asyncio
async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 8888)
    print('serving')
    await server.serve_forever()
asyncio.run(main())
";
    let played = PythonFile::of_text("alone.py", program).simulated();
    let stuck = Outcome::Limit(interleave::runtime::Limit::Stuck);
    assert_eq!(
        (played.outcome.clone(), lines(&played)),
        (stuck, vec!["serving"])
    );
}
