"""A KeyboardInterrupt raised by the program itself runs through the clean-up."""

import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("child cancelled")
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.1)
    try:
        raise KeyboardInterrupt
    finally:
        print("main ends", task.done())


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
