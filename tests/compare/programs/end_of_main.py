"""What still runs when main ends is cancelled, in the order of creation."""

import asyncio


async def background(name):
    try:
        print(name, "starts")
        await asyncio.sleep(100)
    finally:
        print(name, "is told to end")
        await asyncio.sleep(0.5)
        print(name, "has ended")


async def main():
    tasks = [asyncio.create_task(background(name)) for name in ("one", "two", "three")]
    await asyncio.sleep(1)
    print("main ends with", len(tasks), "tasks running")
    return "result"


print(asyncio.run(main()))
