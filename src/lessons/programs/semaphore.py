"""A semaphore has a number of permits: a task that finds none free waits until one is released."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter
CONCURRENCY = 2  # parameter


async def crawl_page(url, places):
    async with places:
        print(f"crawling {url}")
        await asyncio.sleep(float(url.split("_")[-1]))
        print(f"OK {url}")
        # The permit is released where the block ends.


async def main():
    places = asyncio.Semaphore(CONCURRENCY)
    crawls = [asyncio.create_task(crawl_page(url, places), name=url) for url in URLS]
    await asyncio.gather(*crawls)


asyncio.run(main())
