"""wait_for cancels what takes too long."""

import asyncio


async def slow():
    try:
        await asyncio.sleep(3600)
    finally:
        print("slow is cleaned up")


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=1.0)
    except TimeoutError:
        print("timeout!")
    print(await asyncio.wait_for(asyncio.sleep(0.5, "in time"), timeout=1.0))
    print(await asyncio.wait_for(asyncio.sleep(2, "no hurry"), timeout=None))


asyncio.run(main())
