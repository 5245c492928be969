"""The most urgent first; the one that came last first."""

import asyncio


async def drain(queue):
    while not queue.empty():
        print(await queue.get(), end=" ")
    print()


async def main():
    jobs = [(3, "sweep"), (1, "alarm"), (2, "mail")]
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for job in jobs:
            queue.put_nowait(job)
        print(kind.__name__, end=": ")
        await drain(queue)


asyncio.run(main())
