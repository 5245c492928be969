"""Cancelling a task that waits for another cancels the task as well."""

import asyncio


async def inner():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("inner hears of it first")
        raise


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer hears of it next")
        raise


async def main():
    below = asyncio.create_task(inner())
    above = asyncio.create_task(outer(below))
    await asyncio.sleep(1)
    above.cancel()
    await asyncio.wait([above])
    print(below.cancelled(), above.cancelled())


asyncio.run(main())
