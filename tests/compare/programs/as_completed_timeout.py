"""A limit for all: what is not there in time is a TimeoutError each."""

import asyncio


async def main():
    naps = [asyncio.sleep(seconds, seconds) for seconds in (1, 2, 5)]
    for coming in asyncio.as_completed(naps, timeout=3):
        try:
            print("woke after", await coming)
        except TimeoutError as error:
            print("still asleep", repr(error))


asyncio.run(main())
