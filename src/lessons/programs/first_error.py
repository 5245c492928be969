"""gather raises the first error at once. The other tasks continue until the run's end cancels them."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter
BROKEN = 2  # parameter
MAIN_STAYS = 1.5  # parameter


async def crawl_page(url, is_broken):
    print(f"crawling {url}")
    try:
        await asyncio.sleep(float(url.split("_")[-1]))
    except asyncio.CancelledError:
        print(f"cancelled {url}")
        raise
    if is_broken:
        raise ValueError(f"{url} is broken")
    print(f"OK {url}")


async def main():
    crawls = []
    for number, url in enumerate(URLS, 1):
        crawls.append(asyncio.create_task(crawl_page(url, number == BROKEN), name=url))
    try:
        await asyncio.gather(*crawls)
    except ValueError as error:
        print(f"main caught {type(error).__name__}: {error}")

    await asyncio.sleep(MAIN_STAYS)
    print("main is done")


asyncio.run(main())
