"""A full queue slows its producer down."""

import asyncio
import time


async def produce(queue):
    for number in range(6):
        await queue.put(number)
        print(f"{time.monotonic() - start:.1f} put {number}, size {queue.qsize()}")


async def consume(queue):
    for _ in range(6):
        await asyncio.sleep(1)
        print(f"{time.monotonic() - start:.1f} got {await queue.get()}")


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(produce(queue), consume(queue))


start = time.monotonic()
asyncio.run(main())
