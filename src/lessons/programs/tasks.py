"""A task for each page, then an await for each task: as long as the slowest page."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter


async def crawl_page(url):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def main():
    tasks = []
    for url in URLS:
        tasks.append(asyncio.create_task(crawl_page(url), name=url))
    for task in tasks:
        await task


asyncio.run(main())
