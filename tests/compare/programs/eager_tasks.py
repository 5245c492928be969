"""Eager tasks begin at once, and come to the loop only when they wait."""

import asyncio


async def quick(name):
    print(name, "runs")
    return name


async def slow(name):
    print(name, "begins")
    await asyncio.sleep(0.1)
    print(name, "ends")
    return name


async def fails():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(quick("first"))
    print("created", first.done(), asyncio.current_task().get_coro().__name__)
    second = asyncio.create_task(slow("second"))
    print("created", second.done())
    print(await asyncio.gather(first, second, quick("third")))
    try:
        await asyncio.create_task(fails())
    except ValueError as error:
        print(error)
    loop.set_task_factory(None)
    task = asyncio.Task(quick("by hand"), loop=loop, eager_start=True)
    print(task.done(), task.result())
    async with asyncio.TaskGroup() as group:
        group.create_task(slow("in a group"))
        print("group made")
    print(len(asyncio.all_tasks()))


asyncio.run(main())
