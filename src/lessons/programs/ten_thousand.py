"""Ten thousand pages: one task per page costs little, and a semaphore spares the site."""

import asyncio
import random

PAGES = 10000  # parameter
CONCURRENCY = 100  # parameter
REST = 0  # parameter
SEED = 1  # parameter


async def crawl_page(hundredths, places):
    async with places:
        await asyncio.sleep(hundredths / 100)
        if REST > 0:
            await asyncio.sleep(REST)


async def main():
    places = asyncio.Semaphore(CONCURRENCY)
    random.seed(SEED)
    lengths = [random.randint(1, 10) for _ in range(PAGES)]

    crawls = []
    for i, length in enumerate(lengths, 1):
        crawls.append(asyncio.create_task(crawl_page(length, places), name=f"page_{i}"))
    await asyncio.gather(*crawls)
    print(f"{PAGES} pages, which take {sum(lengths) // 100} s one after the other")


asyncio.run(main())
