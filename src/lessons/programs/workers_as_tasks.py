"""The same two workers as tasks: both sleep at the same time."""

import asyncio

WORKER_1 = 1  # parameter
WORKER_2 = 2  # parameter


async def worker(name, seconds):
    print(f"{name} start")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    task_1 = asyncio.create_task(worker("worker_1", WORKER_1), name="worker_1")
    task_2 = asyncio.create_task(worker("worker_2", WORKER_2), name="worker_2")
    print("before await")
    await task_1
    print("awaited worker_1")
    await task_2
    print("awaited worker_2")


asyncio.run(main())
