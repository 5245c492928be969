//! What asyncio shows of a program to whoever looks for a fault: who waits for whom, and where a coroutine that
//! nobody awaited was made. The expected lines are CPython 3.14's.

use interleave_server::run::PythonFile;

fn printed(source: &str) -> String {
    let played = PythonFile::of_text("debugged.py", source).simulated();
    let console = played.summary.console.iter();
    console.map(|line| line.text.clone() + "\n").collect()
}

#[test]
fn the_call_graph_shows_who_waits_for_whom() {
    let program = "import asyncio, re
async def leaf():
    await asyncio.sleep(0)
    print(re.sub(' id=0x[0-9a-f]+', '', asyncio.format_call_graph()))
    graph = asyncio.capture_call_graph()
    print(type(graph).__name__, len(graph.call_stack), [a.future.get_name() for a in graph.awaited_by])
async def middle():
    await leaf()
async def main():
    task = asyncio.create_task(middle(), name='middle')
    await task
    print(asyncio.capture_call_graph(asyncio.get_running_loop().create_future()).call_stack)
asyncio.run(main())
";
    let expected = "* Task(name='middle',)
  + Call stack:
  |   File 'debugged.py', line 4, in async leaf()
  |   File 'debugged.py', line 8, in async middle()
  + Awaited by:
    * Task(name='Task-1',)
      + Call stack:
      |   File 'debugged.py', line 11, in async main()
FutureCallGraph 2 ['Task-1']
()
";
    let shown = printed(program);
    // The frame of asyncio's own function stands first, at a line of its own.
    let own = |line: &&str| !line.contains("asyncio.graph");
    let shown: String = shown
        .lines()
        .filter(own)
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn debug_mode_says_where_a_coroutine_was_made_that_nobody_awaited() {
    let program = "import asyncio, warnings
def show(message, category, *_):
    print(category.__name__, message)
warnings.showwarning = show
async def work():
    pass
def make():
    work()
async def main():
    make()
asyncio.run(main(), debug=True)
asyncio.run(main())
";
    assert_eq!(
        printed(program),
        "RuntimeWarning coroutine 'work' was never awaited
Coroutine created at (most recent call last)
  File \"debugged.py\", line 11, in <module>
    asyncio.run(main(), debug=True)
  File \"debugged.py\", line 10, in main
    make()
  File \"debugged.py\", line 8, in make
    work()
RuntimeWarning coroutine 'work' was never awaited
"
    );
}
