"""The same with gather: a task for each page, and one await for all of them."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    # gather makes a task of each coroutine by itself; here we make them to give them names.
    crawls = [
        asyncio.create_task(crawl_page(url, seconds), name=url)
        for url, seconds in URLS
    ]
    await asyncio.gather(*crawls)


asyncio.run(main())
