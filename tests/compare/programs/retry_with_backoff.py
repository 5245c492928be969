"""A flaky service: try again, each time after a longer pause."""

import asyncio
import random
import time


class Unavailable(Exception):
    pass


async def flaky(chance):
    await asyncio.sleep(0.1)
    if random.random() > chance:
        raise Unavailable("try later")
    return "at last"


async def retry(attempts):
    pause = 1.0
    for attempt in range(1, attempts + 1):
        try:
            return await flaky(0.2)
        except Unavailable as error:
            wait = pause + random.uniform(0, 0.5)
            print(f"attempt {attempt}: {error}, waits {wait:.3f} s")
            await asyncio.sleep(wait)
            pause *= 2
    raise Unavailable(f"gave up after {attempts}")


random.seed(5)
start = time.monotonic()
try:
    print(asyncio.run(retry(6)))
except Unavailable as error:
    print(error)
print(f"{time.monotonic() - start:.3f}")
