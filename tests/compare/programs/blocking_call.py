"""time.sleep in a coroutine stops all tasks; in a thread it stops none."""

import asyncio
import time


def block():
    time.sleep(2)
    return "blocked"


async def tick():
    for number in range(4):
        print(f"{time.perf_counter() - start:.1f} tick {number}")
        await asyncio.sleep(0.5)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.6)
    print(block())
    await ticking
    ticking = asyncio.create_task(tick())
    print(await asyncio.to_thread(block))
    await ticking


start = time.perf_counter()
asyncio.run(main())
