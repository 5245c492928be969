"""What is ready, what is due, and what is due at once: in which order they run."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()

    def ready():
        print("was ready")
        loop.call_later(0, print, "without delay")

    def due():
        print("was due")
        loop.call_soon(print, "soon after")

    loop.call_later(1, due)
    loop.call_soon(ready)
    time.sleep(1)
    await asyncio.sleep(1)


asyncio.run(main())
