"""Main waits for an event that no task sets: a real loop would wait for ever."""

import asyncio


async def main():
    print("waits for what never comes")
    try:
        await asyncio.Event().wait()
    finally:
        print("a run that waits for ever never gets here")


asyncio.run(main())
