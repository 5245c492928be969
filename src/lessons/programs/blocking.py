"""A plain loop with a blocking sleep: each page waits for the one before it."""

import asyncio
import time

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter


def crawl_page(url, seconds):
    print(f"crawling {url}")
    time.sleep(seconds)
    print(f"OK {url}")


# A plain function would do. It is a coroutine only so that it runs where the next lessons run.
async def main():
    for url, seconds in URLS:
        crawl_page(url, seconds)


asyncio.run(main())
