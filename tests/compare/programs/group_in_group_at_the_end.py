"""Groups within groups that leave a task group."""

import asyncio


async def fails(n, error):
    await asyncio.sleep(n)
    raise error


async def inner():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(fails(0.1, ValueError("a")))
        tasks.create_task(fails(0.1, KeyError("b")))


async def main():
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(inner())
            tasks.create_task(fails(0.1, OSError("c")))
    except* OSError as group:
        print("handled", group.exceptions)


asyncio.run(main())
