"""asyncio.wait returns when one task is done, when one has failed, or when all are done."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3)]  # parameter
BROKEN = 2  # parameter
RETURN_WHEN = "FIRST_COMPLETED"  # parameter


async def crawl_page(url, seconds, is_broken):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    if is_broken:
        raise ValueError(f"{url} is broken")
    return f"OK {url}"


async def main():
    tasks = []
    for number, (url, seconds) in enumerate(URLS, 1):
        crawl = crawl_page(url, seconds, number == BROKEN)
        tasks.append(asyncio.create_task(crawl, name=url))
    done, pending = await asyncio.wait(tasks, return_when=RETURN_WHEN)
    print(f"{len(done)} done, {len(pending)} pending")

    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results)


asyncio.run(main())
