"""`SystemExit` out of a task ends the program."""

import asyncio
import sys


async def worker():
    await asyncio.sleep(0.1)
    print("exits")
    sys.exit(4)


async def main():
    task = asyncio.create_task(worker())
    try:
        await asyncio.sleep(1)
    finally:
        print("main cleans up", task.done())


asyncio.run(main())
