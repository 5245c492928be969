"""timeout limits a whole block, and knows whether it expired."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(2) as limit:
            print("due at", limit.when() - start)
            await asyncio.sleep(1)
            limit.reschedule(loop.time() + 3)
            print("moved to", limit.when() - start)
            await asyncio.sleep(10)
    except TimeoutError:
        print("gave up at", loop.time() - start)
    print("expired:", limit.expired())


asyncio.run(main())
