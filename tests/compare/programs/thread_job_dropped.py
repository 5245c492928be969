"""A job that waits for a thread is dropped with its future."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def grind(name, delay):
    print("grinds", name)
    time.sleep(delay)
    return name


async def several():
    loop, pool = asyncio.get_running_loop(), ThreadPoolExecutor(max_workers=1)
    jobs = [loop.run_in_executor(pool, grind, name, 0.5) for name in ("corn", "rice", "salt")]
    try:
        print(await asyncio.gather(*jobs))
    except asyncio.CancelledError as error:
        print("cancelled", repr(error))
        raise


async def main():
    task = asyncio.create_task(several())
    asyncio.get_running_loop().call_soon(task.cancel, "enough")
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
