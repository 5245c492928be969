"""What futures, tasks and handles look like when one prints them."""

import asyncio
import re


def show(thing):
    text = re.sub(r"0x[0-9a-f]+", "0x", repr(thing))
    # Where asyncio's own modules lie is not the same everywhere.
    text = re.sub(r"_done_callback\(\) at [^]]+", "_done_callback()", text)
    # Nor does the program.
    print(re.sub(r"[^ ]*/", "", text))


async def wait_for_it(future):
    return await future


def hear(future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    show(future)
    task = asyncio.create_task(wait_for_it(future), name="waits")
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(future)
    task.add_done_callback(hear)
    task.add_done_callback(str)
    show(task)
    gathered = asyncio.gather(task, loop.create_future())
    show(gathered)
    task.cancel("enough")
    show(task)
    await asyncio.wait([task])
    show(task)
    show(future)
    gathered.cancel()
    done = loop.create_future()
    done.set_result(list(range(100)))
    show(done)
    failed = loop.create_future()
    failed.set_exception(ValueError("wrong"))
    show(failed)
    failed.exception()
    show(loop.call_soon(print, 1, "two"))
    handle = loop.call_soon(hear, None)
    handle.cancel()
    show(handle)
    show(asyncio.Lock())
    show(asyncio.Semaphore(3))
    show(asyncio.Event())
    show(asyncio.Condition())
    show(asyncio.Barrier(2))
    show(asyncio.Queue(2))
    async with asyncio.timeout(5) as deadline:
        show(deadline)
    show(deadline)
    async with asyncio.TaskGroup() as group:
        show(group)
        group.create_task(asyncio.sleep(1))
        show(group)
    try:
        await gathered
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
