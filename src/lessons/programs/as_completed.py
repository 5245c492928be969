"""as_completed gives results in the order in which they come, gather in the order of its arguments."""

import asyncio

URLS = ["url_3", "url_1", "url_2"]  # parameter


async def crawl_page(url):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    return f"OK {url}"


async def main():
    tasks = [asyncio.create_task(crawl_page(url), name=url) for url in URLS]
    for next_result in asyncio.as_completed(tasks):
        result = await next_result
        print(f"as_completed: {result}")
    results = await asyncio.gather(*tasks)
    print(f"gather: {results}")


asyncio.run(main())
