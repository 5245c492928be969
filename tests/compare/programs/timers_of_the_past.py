"""Timers whose moment is over fire by their moments, before those that are due now."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(0, print, "later 0")
    loop.call_at(loop.time() - 1, print, "past")
    loop.call_later(-0.5, print, "negative")
    never = loop.call_at(loop.time() - 2, print, "never")
    never.cancel()
    await asyncio.sleep(0.01)
    print(never.cancelled(), sorted([loop.call_later(2, print), loop.call_later(1, print)])[0].when() < 2)
    await asyncio.sleep(1)
    loop.call_at(0.5, print, "long ago")
    loop.call_at(loop.time(), print, "now")
    loop.call_at(0.25, print, "longer ago")
    await asyncio.sleep(0.01)


asyncio.run(main())
