"""As many things to close as one likes, closed in the opposite order."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def tap(name):
    print("opens", name)
    await asyncio.sleep(0.1)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print("closes", name)


async def main():
    async with AsyncExitStack() as stack:
        taps = [await stack.enter_async_context(tap(f"tap {number}")) for number in range(3)]
        stack.callback(print, "callback")
        print(taps)
    print("all closed")


asyncio.run(main())
