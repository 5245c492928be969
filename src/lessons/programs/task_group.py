"""TaskGroup: if one task fails, the group cancels the others, waits for them, and raises the errors."""

import asyncio

WORKER_1 = 1  # parameter
WORKER_2 = 2  # parameter
WORKER_3 = 3  # parameter
FAILS = True  # parameter


async def worker(name, seconds, fails=False):
    print(f"{name} start")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    if fails:
        raise ValueError(f"{name} failed")
    print(f"{name} done")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("worker_1", WORKER_1), name="worker_1")
            group.create_task(worker("worker_2", WORKER_2, FAILS), name="worker_2")
            group.create_task(worker("worker_3", WORKER_3), name="worker_3")
    except* ValueError as errors:
        print(f"main caught {errors!r}")
    print("the block is over")


asyncio.run(main())
