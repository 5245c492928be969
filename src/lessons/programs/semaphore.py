"""A semaphore has a number of permits: a task that finds none free waits until one is released."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter
CONCURRENCY = 2  # parameter


async def crawl_page(url, seconds, places):
    async with places:
        print(f"crawling {url}")
        await asyncio.sleep(seconds)
        print(f"OK {url}")
        # The permit is released where the block ends.


async def main():
    places = asyncio.Semaphore(CONCURRENCY)
    crawls = [
        asyncio.create_task(crawl_page(url, seconds, places), name=url)
        for url, seconds in URLS
    ]
    await asyncio.gather(*crawls)


asyncio.run(main())
