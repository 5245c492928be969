"""Two threads, five jobs."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def crunch(number):
    print("crunches", number)
    time.sleep(number)
    print("crunched", number)
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, crunch, number) for number in (3, 1, 2, 1, 1)]
        print(await asyncio.gather(*jobs))
    print(f"{loop.time():.1f}" == f"{time.monotonic():.1f}")


asyncio.run(main())
