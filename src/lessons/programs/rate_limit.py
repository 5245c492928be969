"""A token bucket: each page takes a token, and `rate` tokens come back per second."""

import asyncio

URLS = ["a_1", "b_1", "c_1", "d_1", "e_1", "f_1"]  # parameter
RATE = 2  # parameter
BURST = 2  # parameter

# A token is any value: what counts is how many there are.
TOKEN = 1


async def refill(bucket):
    while True:
        await asyncio.sleep(1 / RATE)
        if not bucket.full():
            bucket.put_nowait(TOKEN)


async def crawl_page(url, bucket):
    await bucket.get()
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    print(f"OK {url}")


async def main():
    # A full bucket: `burst` pages may start at once.
    bucket = asyncio.Queue(BURST)
    while not bucket.full():
        bucket.put_nowait(TOKEN)

    tokens = asyncio.create_task(refill(bucket), name="refill")
    crawls = [asyncio.create_task(crawl_page(url, bucket), name=url) for url in URLS]
    await asyncio.gather(*crawls)
    tokens.cancel()


asyncio.run(main())
