"""A ticker that does not drift: it waits for moments, not for lengths of time."""

import asyncio


async def every(seconds, action):
    loop = asyncio.get_running_loop()
    next_time = loop.time()
    while True:
        await action()
        next_time += seconds
        await asyncio.sleep(next_time - loop.time())


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def action():
        print(f"{loop.time() - start:.1f}")
        await asyncio.sleep(0.3)

    try:
        async with asyncio.timeout(4.5):
            await every(1, action)
    except TimeoutError:
        print("stopped")


asyncio.run(main())
