"""Which of several messages a cancellation has, when it has none, and whose object it is."""

import asyncio


async def wait(delay):
    await asyncio.sleep(delay)


async def refuse(delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        print("refuses", repr(error))


async def gathered(label, *tasks, returned):
    whole = asyncio.gather(*tasks, return_exceptions=returned)
    await asyncio.sleep(0)
    whole.cancel("whole")
    try:
        print(label, await whole)
    except asyncio.CancelledError as error:
        print(label, repr(error), [repr(task._cancel_message) for task in tasks])


async def last_child():
    """The message of a whole is that of its last child in order."""
    for returned in (False, True):
        first, last = asyncio.create_task(wait(1)), asyncio.create_task(wait(2))
        last.cancel("part")
        await gathered("last was cancelled before", first, last, returned=returned)
        first, last = asyncio.create_task(wait(1)), asyncio.create_task(refuse(2))
        await gathered("last refuses", first, last, returned=returned)
        last = asyncio.create_task(wait(0.5))
        await last
        await gathered("last was done before", asyncio.create_task(wait(1)), last, returned=returned)


async def twice():
    """The error that ended a task is given once, and is the object that it raised."""
    seen = []

    async def stopped():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            seen.append(error)
            raise

    task = asyncio.create_task(stopped())
    await asyncio.sleep(0)
    task.cancel("first")
    task.cancel("second")
    for _ in range(2):
        try:
            await task
        except asyncio.CancelledError as error:
            print(repr(error), error is seen[0], task._cancel_message)


async def raised_anew():
    async def renamed():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            raise asyncio.CancelledError("its own") from error

    task = asyncio.create_task(renamed())
    await asyncio.sleep(0)
    task.cancel("asked")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))


async def main():
    await last_child()
    await twice()
    await raised_anew()


asyncio.run(main())
