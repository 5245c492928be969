"""A cancelled task cleans up, and its clean-up may take time."""

import asyncio


async def download(name):
    print("opens", name)
    try:
        await asyncio.sleep(10)
        print("never printed")
    except asyncio.CancelledError:
        print("aborts", name)
        raise
    finally:
        await asyncio.sleep(0.5)
        print("removes the rest of", name)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    task = asyncio.create_task(download("film.mp4"))
    await asyncio.sleep(1)
    task.cancel("taking too long")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error.args, task.cancelled())
    print(f"{loop.time() - start:.1f} s")


asyncio.run(main())
