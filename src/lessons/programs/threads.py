"""The same crawl with threads: blocking functions, as many at once as the pool has threads."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter
THREADS = 2  # parameter


def crawl_page(url, seconds):
    print(f"crawling {url}")
    time.sleep(seconds)
    print(f"OK {url}")


async def crawl(url, seconds, pool):
    await asyncio.get_running_loop().run_in_executor(pool, crawl_page, url, seconds)


async def main():
    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="thread")
    crawls = [
        asyncio.create_task(crawl(url, seconds, pool), name=url)
        for url, seconds in URLS
    ]
    await asyncio.gather(*crawls)


asyncio.run(main())
