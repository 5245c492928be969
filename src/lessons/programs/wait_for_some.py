"""asyncio.wait returns when one task is done, when one has failed, or when all are done."""

import asyncio

URLS = ["url_1", "url_2", "url_3"]  # parameter
BROKEN = 2  # parameter
RETURN_WHEN = "FIRST_COMPLETED"  # parameter


async def crawl_page(url, is_broken):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    if is_broken:
        raise ValueError(f"{url} is broken")
    return f"OK {url}"


async def main():
    tasks = []
    for number, url in enumerate(URLS, 1):
        tasks.append(asyncio.create_task(crawl_page(url, number == BROKEN), name=url))
    done, pending = await asyncio.wait(tasks, return_when=RETURN_WHEN)
    print(f"{len(done)} done, {len(pending)} pending")

    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results)


asyncio.run(main())
