"""sys.exit in a coroutine ends the whole program."""

import asyncio
import sys


async def watch():
    try:
        await asyncio.sleep(10)
    finally:
        print("watch ends")


async def main():
    watching = asyncio.create_task(watch())
    await asyncio.sleep(1)
    print("exits", watching.done())
    sys.exit(3)


asyncio.run(main())
