"""A task for each page, then an await for each task: as long as the slowest page."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    tasks = []
    for url, seconds in URLS:
        tasks.append(asyncio.create_task(crawl_page(url, seconds), name=url))
    for task in tasks:
        await task


asyncio.run(main())
