"""One worker returns, one divides by zero, one is cancelled: what gather makes of them."""

import asyncio

WORKER_1 = 1  # parameter
WORKER_2 = 2  # parameter
WORKER_3 = 3  # parameter
CANCEL_AFTER = 2  # parameter
RETURN_EXCEPTIONS = True  # parameter


async def worker_1(seconds):
    await asyncio.sleep(seconds)
    return 1


async def worker_2(seconds):
    await asyncio.sleep(seconds)
    return 2 / 0


async def worker_3(seconds):
    await asyncio.sleep(seconds)
    return 3


async def main():
    task_1 = asyncio.create_task(worker_1(WORKER_1), name="worker_1")
    task_2 = asyncio.create_task(worker_2(WORKER_2), name="worker_2")
    task_3 = asyncio.create_task(worker_3(WORKER_3), name="worker_3")

    await asyncio.sleep(CANCEL_AFTER)
    task_3.cancel()

    tasks = [task_1, task_2, task_3]
    results = await asyncio.gather(*tasks, return_exceptions=RETURN_EXCEPTIONS)
    print(results)


asyncio.run(main())
