"""Of two limits the inner one may be the later."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("not this one")
            print("not reached")
    except TimeoutError:
        print("the outer limit")
    try:
        async with asyncio.timeout(5):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("the inner limit")
            await asyncio.sleep(1)
            print("goes on inside")
    finally:
        print("done")


asyncio.run(main())
