"""What still runs at the end of the last line is cancelled, as at the end of a main."""

import asyncio


async def forever(name):
    try:
        while True:
            print(name)
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        await asyncio.sleep(0.5)
        print(name, "is done")


tasks = [asyncio.create_task(forever(name)) for name in "ab"]
await asyncio.sleep(2.5)
print(len(asyncio.all_tasks()))
