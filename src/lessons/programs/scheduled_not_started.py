"""create_task puts a task into the ready queue. The task starts when main gives up control."""

import asyncio
import time

WORKER_1 = 1  # parameter
BUSY = 1  # parameter


async def worker(name, seconds):
    print(f"{name} start")
    await asyncio.sleep(seconds)
    print(f"{name} done")


async def main():
    task_1 = asyncio.create_task(worker("worker_1", WORKER_1), name="worker_1")
    print("worker_1 is created")
    task_2 = asyncio.create_task(worker("worker_2", 1), name="worker_2")
    print("worker_2 is created")

    time.sleep(BUSY)  # main keeps control: both wait in the ready queue
    print("main was busy")
    task_2.cancel()  # never started, it never runs

    await task_1  # only now main gives up control
    print("awaited worker_1")


asyncio.run(main())
