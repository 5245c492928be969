"""Calling a coroutine function runs nothing. The call makes an object that waits to be awaited."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2)]  # parameter
AWAITED = False  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    pages = [crawl_page(url, seconds) for url, seconds in URLS]
    # print(pages) shows what they are: [<coroutine object crawl_page at 0x…>, …]
    print(f"called crawl_page: {len(pages)} coroutine objects")
    await asyncio.sleep(1)
    print("1 s later nothing has run")

    if AWAITED:
        for page in pages:
            await page
    # Thrown away without an await: here Python warns, once for the line.
    pages.clear()


asyncio.run(main())
