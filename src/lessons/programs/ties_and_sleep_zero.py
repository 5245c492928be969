"""Who runs first: equal sleeps, sleep(0), and an await of a task that is done."""

import asyncio

FIRST = 1  # parameter
SECOND = 1  # parameter


async def worker(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} wakes")
    await asyncio.sleep(0)  # to the end of the ready queue
    print(f"{name} is back")


async def newcomer():
    print("newcomer starts")


async def main():
    first = asyncio.create_task(worker("first", FIRST), name="first")
    second = asyncio.create_task(worker("second", SECOND), name="second")
    await first
    print("main awaited first")

    new = asyncio.create_task(newcomer(), name="newcomer")
    await first  # first is done: main keeps control
    print("main awaited first again")
    await asyncio.sleep(0)  # now main gives up control
    print("main is back")
    await new
    await second


asyncio.run(main())
