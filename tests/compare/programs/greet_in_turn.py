"""Awaiting two coroutines, one after the other, takes the sum of their times."""

import asyncio
import time


async def greet(after, whom):
    await asyncio.sleep(after)
    print("hello", whom)


async def main():
    start = time.perf_counter()
    await greet(1, "Ada")
    await greet(2, "Grace")
    print(f"took {time.perf_counter() - start:.2f} s")


asyncio.run(main())
