"""as_completed gives results in the order in which they come, gather in the order of its arguments."""

import asyncio

URLS = [("url_3", 3), ("url_1", 1), ("url_2", 2)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    return f"OK {url}"


async def main():
    tasks = [
        asyncio.create_task(crawl_page(url, seconds), name=url)
        for url, seconds in URLS
    ]
    for next_result in asyncio.as_completed(tasks):
        result = await next_result
        print(f"as_completed: {result}")
    results = await asyncio.gather(*tasks)
    print(f"gather: {results}")


asyncio.run(main())
