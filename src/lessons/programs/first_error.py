"""gather raises the first error at once. The other tasks continue until the run's end cancels them."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter
BROKEN = 2  # parameter
MAIN_STAYS = 1.5  # parameter


async def crawl_page(url, seconds, is_broken):
    print(f"crawling {url}")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"cancelled {url}")
        raise
    if is_broken:
        raise ValueError(f"{url} is broken")
    print(f"OK {url}")


async def main():
    crawls = []
    for number, (url, seconds) in enumerate(URLS, 1):
        crawl = crawl_page(url, seconds, number == BROKEN)
        crawls.append(asyncio.create_task(crawl, name=url))
    try:
        await asyncio.gather(*crawls)
    except ValueError as error:
        print(f"main caught {type(error).__name__}: {error}")

    await asyncio.sleep(MAIN_STAYS)
    print("main is done")


asyncio.run(main())
