"""Two runs, one after the other: the second has a loop of its own."""

import asyncio
import time


async def main(name):
    start = asyncio.get_running_loop().time()
    await asyncio.sleep(1.5)
    task = asyncio.current_task()
    return f"{name} took {asyncio.get_running_loop().time() - start} s as {task.get_name() != ''}"


print(asyncio.run(main("first")))
print(asyncio.run(main("second")))
print(time.monotonic() >= 3)
