"""Retries with backoff: each pause is longer than the last, and jitter keeps the retries apart."""

import asyncio
import random

URLS = [("url_1", 1), ("url_2", 2)]  # parameter
FAILURES = 60  # parameter
ATTEMPTS = 4  # parameter
PAUSE = 0.5  # parameter
SEED = 1  # parameter


async def fetch_page(url, seconds):
    await asyncio.sleep(seconds)
    if random.random() * 100 < FAILURES:
        raise ConnectionError(f"{url} does not answer")


async def crawl_page(url, seconds):
    for attempt in range(1, ATTEMPTS + 1):
        print(f"crawling {url}, attempt {attempt}")
        try:
            await fetch_page(url, seconds)
            print(f"OK {url}")
            return
        except ConnectionError as error:
            if attempt == ATTEMPTS:
                break
            # Twice as long as before, and up to as much again by chance: the jitter.
            pause = PAUSE * 2 ** (attempt - 1) * (1 + random.random())
            print(f"{error}; pause {int(pause * 1000)} ms")
            await asyncio.sleep(pause)
    print(f"gave up {url}")


async def main():
    random.seed(SEED)
    crawls = [
        asyncio.create_task(crawl_page(url, seconds), name=url)
        for url, seconds in URLS
    ]
    await asyncio.gather(*crawls)


asyncio.run(main())
