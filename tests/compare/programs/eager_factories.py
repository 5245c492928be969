"""Tasks that begin at once: by a factory of a class of one's own, in a group, in a gather, and by `eager_start`."""

import asyncio
import contextvars

WHERE = contextvars.ContextVar("where", default="nowhere")


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, **options):
        Counted.made += 1
        super().__init__(coro, **options)


async def quick(number):
    print("quick", number, asyncio.current_task() is not None)
    return number


async def slow(number):
    print("slow begins", number, WHERE.get())
    WHERE.set(f"in {number}")
    await asyncio.sleep(0.01)
    print("slow goes on", number, WHERE.get())
    return number


async def fails():
    raise ValueError("at once")


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    done, waits = asyncio.create_task(quick(1)), asyncio.create_task(slow(2))
    print(done.done(), waits.done(), done in asyncio.all_tasks(), waits in asyncio.all_tasks())
    print(await waits, WHERE.get())
    print(await asyncio.gather(quick(3), slow(4), quick(5)))
    failed = asyncio.create_task(fails())
    print(failed.done(), repr(failed.exception()))
    cancelled = asyncio.create_task(cancels_itself())
    print(cancelled.done())
    try:
        await cancelled
    except asyncio.CancelledError:
        print("cancelled")
    async with asyncio.TaskGroup() as group:
        one, other = group.create_task(quick(6)), group.create_task(slow(7))
        print(one.done(), other.done())
    print(one.result(), other.result())

    loop.set_task_factory(asyncio.create_eager_task_factory(Counted))
    task = asyncio.create_task(slow(8))
    print(type(task).__name__, Counted.made, await task)
    loop.set_task_factory(None)
    for eager in True, False:
        task = asyncio.Task(quick(9), loop=loop, eager_start=eager)
        print(task.done())
        await task
    print(loop.get_task_factory())


asyncio.run(main())
