"""The same crawl with threads: blocking functions, as many at once as the pool has threads."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter
THREADS = 2  # parameter


def crawl_page(url):
    print(f"crawling {url}")
    time.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def crawl(url, pool):
    await asyncio.get_running_loop().run_in_executor(pool, crawl_page, url)


async def main():
    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="thread")
    crawls = [asyncio.create_task(crawl(url, pool), name=url) for url in URLS]
    await asyncio.gather(*crawls)


asyncio.run(main())
