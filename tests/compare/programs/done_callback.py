"""A done callback hears of the end before the task that waits resumes."""

import asyncio
import functools


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds * 10


def report(label, task):
    print(label, task.get_name(), task.result())


async def main():
    task = asyncio.create_task(work(1), name="ten")
    task.add_done_callback(functools.partial(report, "first callback:"))
    second = functools.partial(report, "second callback:")
    task.add_done_callback(second)
    unwanted = functools.partial(report, "unwanted:")
    task.add_done_callback(unwanted)
    print("removed", task.remove_done_callback(unwanted))
    print("awaited", await task)
    task.add_done_callback(functools.partial(report, "late callback:"))
    print("not called yet")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
