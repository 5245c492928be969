"""A pool's threads go on after asyncio.run: the program waits for them at its own end."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def grind(name, delay):
    print("grinds", name)
    time.sleep(delay)
    print("ground", name)
    return name


async def leave_behind(pool):
    loop = asyncio.get_running_loop()
    loop.call_later(5, print, "never called")
    for name in ("corn", "rice", "salt"):
        future = loop.run_in_executor(pool, grind, name, 0.5)
        future.add_done_callback(lambda done: print("heard", done.result()))
    dropped = loop.run_in_executor(pool, grind, "nothing", 1)
    await asyncio.sleep(0.25)
    print("dropped", dropped.cancel())


async def wait_for_its_own():
    asyncio.create_task(asyncio.to_thread(grind, "fig", 2))
    await asyncio.sleep(0.25)


print(asyncio.run(leave_behind(ThreadPoolExecutor(max_workers=2))))
print("between")
print(asyncio.run(wait_for_its_own()))
asyncio.run(leave_behind(ThreadPoolExecutor(max_workers=1)))
print("over")
