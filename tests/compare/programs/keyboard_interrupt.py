"""KeyboardInterrupt passes through everything; the tasks still clean up."""

import asyncio


async def watch():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("watch is cancelled")
        raise


async def main():
    watching = asyncio.create_task(watch())
    await asyncio.sleep(1)
    try:
        raise KeyboardInterrupt
    except Exception:
        print("not an Exception")
    finally:
        print("main cleans up", watching.done())


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
