"""Cancelling a gather cancels what it gathers."""

import asyncio


async def count(name):
    try:
        for number in range(100):
            print(name, number)
            await asyncio.sleep(1)
    finally:
        print(name, "stops counting")


async def main():
    both = asyncio.gather(count("left"), count("right"))
    await asyncio.sleep(2.5)
    print("cancel:", both.cancel())
    try:
        await both
    except asyncio.CancelledError as error:
        print("gather was cancelled", repr(error), both.cancelled())


asyncio.run(main())
