"""The smallest program: one coroutine, one wait."""

import asyncio


async def main():
    print("hello")
    await asyncio.sleep(1)
    print("goodbye")


asyncio.run(main())
