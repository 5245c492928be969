"""A task that is cancelled before its first step never runs."""

import asyncio


async def job():
    print("this is never printed")


async def main():
    task = asyncio.create_task(job())
    print(task.cancel(), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.done(), task.cancelled())
    print("again:", task.cancel())


asyncio.run(main())
