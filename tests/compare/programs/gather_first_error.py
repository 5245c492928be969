"""Without return_exceptions the first error comes at once, and the others go on."""

import asyncio


async def work(name, seconds, fails=False):
    print(name, "starts")
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise RuntimeError(f"{name} failed")
        print(name, "ends")
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    try:
        await asyncio.gather(work("one", 1), work("two", 2, fails=True), work("three", 3), work("four", 9))
    except RuntimeError as error:
        print("caught:", error)
    await asyncio.sleep(1.5)
    print("main ends")


asyncio.run(main())
