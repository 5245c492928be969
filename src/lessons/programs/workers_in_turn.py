"""Two workers awaited one after the other: the second starts when the first is done."""

import asyncio

WORKER_1 = 1  # parameter
WORKER_2 = 2  # parameter


async def worker(name, seconds):
    print(f"{name} start")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    print("before await")
    await worker("worker_1", WORKER_1)
    print("awaited worker_1")
    await worker("worker_2", WORKER_2)
    print("awaited worker_2")


asyncio.run(main())
