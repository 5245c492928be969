"""A bounded semaphore notices a release too many."""

import asyncio


async def main():
    gate = asyncio.BoundedSemaphore(1)
    await gate.acquire()
    print("locked:", gate.locked())
    gate.release()
    try:
        gate.release()
    except ValueError as error:
        print("error:", error)


asyncio.run(main())
