"""An error in a thread comes out where its result would."""

import asyncio
import time


def divide(dividend, divisor):
    time.sleep(0.5)
    return dividend / divisor


async def main():
    print(await asyncio.to_thread(divide, 6, divisor=4))
    try:
        await asyncio.to_thread(divide, 1, 0)
    except ZeroDivisionError as error:
        print("from the thread:", error)


asyncio.run(main())
