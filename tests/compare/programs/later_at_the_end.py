"""What is to be called at the moment at which main ends is called while the loop closes."""

import asyncio


async def last():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "called later")
    loop.call_soon(print, "called soon")
    loop.call_later(0.1, print, "never called")
    print("last")


async def main():
    await asyncio.sleep(1)
    task = asyncio.create_task(last())
    print("main ends", task.done())


asyncio.run(main())
