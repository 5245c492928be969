"""A lesson that is made up: one pause, and what is printed before and after."""

import asyncio

MADE_UP_PAUSE = 1.5  # parameter


async def main():
    print("before")
    await asyncio.sleep(MADE_UP_PAUSE)
    print("after")


asyncio.run(main())
