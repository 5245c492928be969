"""A group can be ended on purpose by an error of one's own."""

import asyncio


class Enough(Exception):
    """Ends a group."""


async def stop():
    raise Enough


async def ticker():
    tick = 0
    while True:
        print("tick", tick)
        tick += 1
        await asyncio.sleep(1)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ticker())
            await asyncio.sleep(3.5)
            group.create_task(stop())
    except* Enough:
        print("enough")


asyncio.run(main())
