"""create_task only schedules: the task starts when main waits."""

import asyncio


async def child():
    print("child runs")


async def main():
    print("before create_task")
    task = asyncio.create_task(child())
    print("after create_task, done:", task.done())
    await asyncio.sleep(0)
    print("after sleep(0), done:", task.done())


asyncio.run(main())
