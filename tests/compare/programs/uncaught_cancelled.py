"""Main cancels itself: the run ends with CancelledError."""

import asyncio


async def main():
    asyncio.current_task().cancel()
    print("asked")
    await asyncio.sleep(0)
    print("not printed")


asyncio.run(main())
