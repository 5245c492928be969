"""Runners wait for the signal, all at once."""

import asyncio


async def runner(lane, signal):
    print("lane", lane, "is ready")
    await signal.wait()
    await asyncio.sleep(10 - lane)
    print("lane", lane, "finishes")


async def main():
    signal = asyncio.Event()
    async with asyncio.TaskGroup() as race:
        for lane in range(1, 4):
            race.create_task(runner(lane, signal))
        await asyncio.sleep(1)
        print("go!", signal.is_set())
        signal.set()
    signal.clear()
    print(signal.is_set())


asyncio.run(main())
