"""Calling a coroutine function runs nothing of it."""

import asyncio


async def job():
    print("never printed")


async def main():
    coroutine = job()
    print(type(coroutine).__name__, asyncio.iscoroutine(coroutine))
    coroutine.close()
    job()
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
