"""The same with gather: a task for each page, and one await for all of them."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter


async def crawl_page(url):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def main():
    # gather makes a task of each coroutine by itself; here we make them to give them names.
    crawls = [asyncio.create_task(crawl_page(url), name=url) for url in URLS]
    await asyncio.gather(*crawls)


asyncio.run(main())
