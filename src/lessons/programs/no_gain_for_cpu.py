"""Tasks take turns at their awaits. A computation has no await, so tasks do not make it faster."""

import asyncio
import time

WORKER_1 = 1  # parameter
WORKER_2 = 2  # parameter


async def compute(name, seconds):
    print(f"{name} start")
    # This stands for computing: like a long loop over numbers, it keeps control all the time.
    time.sleep(seconds)
    print(f"{name} done")


async def main():
    task_1 = asyncio.create_task(compute("worker_1", WORKER_1), name="worker_1")
    task_2 = asyncio.create_task(compute("worker_2", WORKER_2), name="worker_2")
    await asyncio.gather(task_1, task_2)
    print("no faster than one after the other")


asyncio.run(main())
