"""async and await alone change nothing: each await finishes before the next call starts."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter


async def crawl_page(url):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def main():
    for url in URLS:
        await crawl_page(url)


asyncio.run(main())
