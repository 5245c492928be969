"""An event wakes all tasks that wait for it, in order. A lock lets one task in at a time."""

import asyncio

EVENT_AFTER = 1  # parameter
INSIDE = 1  # parameter


async def worker(name, event, lock):
    print(f"{name} waits for the event")
    await event.wait()
    print(f"{name} wakes")
    async with lock:
        print(f"{name} has the lock")
        await asyncio.sleep(INSIDE)
        print(f"{name} releases the lock")


async def main():
    event = asyncio.Event()
    lock = asyncio.Lock()
    workers = []
    for name in ["worker_1", "worker_2", "worker_3"]:
        workers.append(asyncio.create_task(worker(name, event, lock), name=name))

    await asyncio.sleep(EVENT_AFTER)
    print("main sets the event")
    event.set()
    await asyncio.gather(*workers)


asyncio.run(main())
