# in real time
"""A thread of a loop runs another loop, and waits for the first."""

import asyncio, threading
async def main():
    loop = asyncio.get_running_loop()
    def other():
        async def inner():
            await asyncio.sleep(0.2)
            f = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.2, "from main loop"), loop)
            print(await asyncio.wrap_future(f))
            return 5
        return asyncio.run(inner())
    ticks = asyncio.create_task(tick())
    print(await asyncio.to_thread(other))
    ticks.cancel()
async def tick():
    for i in range(10):
        print("tick", i)
        await asyncio.sleep(0.15)
asyncio.run(main())
