"""asyncio.run starts a loop and returns when it ends. Inside a running loop, await instead."""

import asyncio

URLS = [("url_1", 1)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    for url, seconds in URLS:
        try:
            # A second loop would keep control until its end, and stop the first.
            # In a notebook a loop runs already; there this is the error to expect.
            asyncio.run(crawl_page(url, seconds))
        except RuntimeError as error:
            print(f"RuntimeError: {error}")
            # Python also warns: nothing has awaited the coroutine that the second loop was given.
        await crawl_page(url, seconds)


asyncio.run(main())
