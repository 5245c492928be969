"""A thread's line, a timer and a sleep that come due together: the one that was set first is first."""

import asyncio
import time


def grind(delay):
    time.sleep(delay)
    print("thread prints")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, print, "set before")
    job = asyncio.create_task(asyncio.to_thread(grind, 2))
    await asyncio.sleep(0)
    loop.call_later(2, print, "set after")
    await asyncio.sleep(2)
    print("slept", job.done())
    await job


asyncio.run(main())
