"""acquire and release by hand, and the order in which a lock is handed on."""

import asyncio


async def visit(lock, name):
    print(name, "asks", lock.locked())
    await lock.acquire()
    try:
        print(name, "is in")
        await asyncio.sleep(1)
    finally:
        lock.release()
        print(name, "is out")


async def main():
    lock = asyncio.Lock()
    guests = [asyncio.create_task(visit(lock, name)) for name in ("Ann", "Bo", "Cy", "Di")]
    await asyncio.sleep(0.5)
    guests[1].cancel()
    print(await asyncio.gather(*guests, return_exceptions=True))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
