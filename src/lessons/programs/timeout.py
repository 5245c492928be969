"""Timeouts: wait_for cancels one page, timeout a whole block of code."""

import asyncio

URLS = [("url_1", 1), ("url_3", 3)]  # parameter
TIMEOUT = 2  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"cleaning up {url}")
        raise
    print(f"OK {url}")


async def main():
    for url, seconds in URLS:
        try:
            await asyncio.wait_for(crawl_page(url, seconds), TIMEOUT)
        except TimeoutError:
            print(f"gave up {url}")

    try:
        async with asyncio.timeout(TIMEOUT):
            for url, seconds in URLS:
                await crawl_page(url, seconds)
    except TimeoutError:
        print("gave up the rest")


asyncio.run(main())
