"""A cancelled task runs its finally, which may await. A task that never started runs nothing."""

import asyncio

CANCEL_AFTER = 1  # parameter
CLEAN_UP = 0.5  # parameter
CATCH = False  # parameter


async def worker(name):
    print(f"{name} start")
    try:
        await asyncio.sleep(3)
        print(f"{name} done")
    except asyncio.CancelledError:
        print(f"{name} is cancelled")
        if not CATCH:
            raise
    finally:
        print(f"{name} cleans up")
        await asyncio.sleep(CLEAN_UP)
        print(f"{name} has cleaned up")


async def main():
    task_1 = asyncio.create_task(worker("worker_1"), name="worker_1")
    await asyncio.sleep(CANCEL_AFTER)
    task_2 = asyncio.create_task(worker("worker_2"), name="worker_2")

    task_1.cancel()
    task_2.cancel()  # worker_2 has not started
    print("main has cancelled both")
    for task in [task_1, task_2]:
        try:
            await task
            print(f"{task.get_name()} returned")
        except asyncio.CancelledError:
            print(f"await {task.get_name()} raised CancelledError")


asyncio.run(main())
