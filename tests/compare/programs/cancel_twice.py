"""A second cancel interrupts the clean-up after the first."""

import asyncio


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("slow clean-up")
            await asyncio.sleep(10)
            print("never reached")
        except asyncio.CancelledError as error:
            print("interrupted:", error)
            raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(1)
    task.cancel("first")
    await asyncio.sleep(1)
    task.cancel("second")
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
