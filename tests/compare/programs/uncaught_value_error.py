"""An error that is not caught ends the program, after the clean-up."""

import asyncio


async def main():
    helper = asyncio.create_task(asyncio.sleep(10))
    try:
        await asyncio.sleep(1)
        raise ValueError("no such thing: 42")
    finally:
        print("clean-up", helper.done())


asyncio.run(main())
