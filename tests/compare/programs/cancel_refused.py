"""cancel only asks: a task may refuse."""

import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
            print("slept")
        except asyncio.CancelledError:
            print("refused, and", asyncio.current_task().cancelling(), "asked")
            asyncio.current_task().uncancel()
    return "done as planned"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.sleep(0.2)
    task.cancel()
    print(await task, task.cancelled())


asyncio.run(main())
