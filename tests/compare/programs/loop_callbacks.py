"""The event loop calls plain functions too: soon, later, at a moment, or not at all."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def note(text):
        print(f"{loop.time() - start:.2f} {text}")

    loop.call_later(2, note, "later")
    loop.call_at(start + 1, note, "at one")
    loop.call_soon(note, "soon")
    loop.call_soon(note, "soon as well")
    cancelled = loop.call_later(1.5, note, "never")
    note("now")
    await asyncio.sleep(1.2)
    cancelled.cancel()
    print(cancelled.cancelled())
    await asyncio.sleep(1.2)
    note("end")


asyncio.run(main())
