"""as_completed hands over results as they come."""

import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return f"page {page} after {seconds} s"


async def main():
    pages = [fetch(1, 3), fetch(2, 1), fetch(3, 2)]
    for coming in asyncio.as_completed(pages):
        print(await coming)


asyncio.run(main())
