"""Coroutines that a program steps itself: what comes out is the future for which they wait."""

import asyncio


class Ticket:
    """An awaitable that yields nothing, twice."""

    def __await__(self):
        for number in range(2):
            print("lets go", number)
            yield
        return "ticket"


async def waits(future):
    print("got", await future)
    return await Ticket()


async def bad(thing):
    class Yields:
        def __await__(self):
            yield thing

    await Yields()


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    coroutine = waits(future)
    yielded = coroutine.send(None)
    print(yielded is future, future._asyncio_future_blocking)
    future.set_result(7)
    for _ in range(3):
        try:
            print("yields", coroutine.send(None))
        except StopIteration as stop:
            print("returns", stop.value)
    for thing in (1, "text", iter([])):
        try:
            await asyncio.create_task(bad(thing))
        except RuntimeError as error:
            print(str(error).split(" at 0x")[0].split(" got ")[-1].split("<")[0])
    task = asyncio.create_task(waits(loop.create_future()))
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(bad(task))
    except RuntimeError as error:
        print(str(error)[:36])
    task.cancel()


asyncio.run(main())
