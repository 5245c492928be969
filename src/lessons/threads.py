"""The same crawl with threads: functions that block, and as many at once as the pool has threads."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter
THREADS = 2  # parameter


def crawl_page(url):
    print(f"crawling {url}")
    time.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def main():
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    crawls = []
    for url in URLS:
        crawls.append(asyncio.create_task(asyncio.to_thread(crawl_page, url), name=url))
    await asyncio.gather(*crawls)


asyncio.run(main())
