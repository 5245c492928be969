"""A token bucket: each page takes a token, and `rate` tokens come back per second."""

import asyncio

URLS = [("a_1", 1), ("b_1", 1), ("c_1", 1), ("d_1", 1), ("e_1", 1), ("f_1", 1)]  # parameter
RATE = 2  # parameter
BURST = 2  # parameter

# A token is any value: what counts is how many there are.
TOKEN = 1


async def refill(bucket):
    while True:
        await asyncio.sleep(1 / RATE)
        if not bucket.full():
            bucket.put_nowait(TOKEN)


async def crawl_page(url, seconds, bucket):
    await bucket.get()
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    print(f"OK {url}")


async def main():
    # A full bucket: `burst` pages may start at once.
    bucket = asyncio.Queue(BURST)
    while not bucket.full():
        bucket.put_nowait(TOKEN)

    tokens = asyncio.create_task(refill(bucket), name="refill")
    crawls = [
        asyncio.create_task(crawl_page(url, seconds, bucket), name=url)
        for url, seconds in URLS
    ]
    await asyncio.gather(*crawls)
    tokens.cancel()


asyncio.run(main())
