//! Parts with coroutines: what the language has of them, beside what the scheduling programs try.

use super::{Part, with};

pub(super) const PARTS: &[Part] = &[
    with(
        "import asyncio",
        r#"
async def work(n):
    await asyncio.sleep(n / 10)
    if n == $n:
        raise $q(f"work {n}")
    return n * $k


async def main():
    results = await asyncio.gather(*(work(n) for n in $l if 0 <= n < 9), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        async with asyncio.TaskGroup() as tasks:
            made = [tasks.create_task(work(n), name=f"w{n}") for n in range($k)]
        print([task.result() for task in made])
    except* $q as group:
        print("group", group.exceptions)
    print([await work(n) for n in (6, 7)], {n: await asyncio.sleep(0, n) for n in range(2)})


try:
    asyncio.run(main())
except ExceptionGroup as error:
    print("left", error.exceptions)
"#,
    ),
    with(
        "import asyncio;import contextlib",
        r#"
@contextlib.asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except $q as error:
        print("saw", repr(error))
        $?raise
    finally:
        print("close", name)


async def ticks(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0.1)
    finally:
        print("ticks end")


class Times:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    async with connection("a") as a, connection("b"):
        print(a)
        $?raise $q("inside")
    async with contextlib.aclosing(ticks($k)) as items:
        async for i in items:
            print(i)
            $[break|continue|pass]$
    print([i async for i in ticks(3) if i $o 1], [x async for x in Times($k)], {x: x async for x in Times(2)})
    gen = ticks(2)
    print(await anext(gen), await gen.asend(None), await anext(gen, "end"))
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(connection("s"))
        stack.push_async_callback(asyncio.sleep, 0)


asyncio.run(main())
"#,
    ),
    with(
        "import asyncio",
        r#"
class Resource:
    count = 0

    async def __aenter__(self):
        Resource.count += 1
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("exit", kind and kind.__name__)
        return $[False|kind is ValueError|True]$

    def __await__(self):
        yield from asyncio.sleep($f % 3 if False else 0.2).__await__()
        return $e


async def retry(action, times):
    for n in range(times):
        try:
            async with asyncio.timeout($[0.15|0.05|None]$):
                return await action(n)
        except (TimeoutError, ValueError) as error:
            print("again", n, type(error).__name__)
    raise RuntimeError("gave up")


async def action(n):
    await asyncio.sleep(0.1)
    if n < $n:
        raise ValueError(n)
    return $u


async def main():
    async with Resource() as resource:
        print(await resource)
        $?raise ValueError("v")
    print(await retry(action, $k))


try:
    asyncio.run(main())
except (RuntimeError, ValueError) as error:
    print("ended", repr(error))
"#,
    ),
];
