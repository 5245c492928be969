"""A plain loop with a blocking sleep: each page waits for the one before it."""

import asyncio
import time

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter


def crawl_page(url):
    print(f"crawling {url}")
    time.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


# A plain function would do. It is a coroutine only so that it runs where the next lessons run.
async def main():
    for url in URLS:
        crawl_page(url)


asyncio.run(main())
