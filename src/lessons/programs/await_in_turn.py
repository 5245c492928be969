"""async and await alone change nothing: each await finishes before the next call starts."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    for url, seconds in URLS:
        await crawl_page(url, seconds)


asyncio.run(main())
