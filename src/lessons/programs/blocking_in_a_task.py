"""A blocking call stops every task. In a thread of its own the call stops none."""

import asyncio
import time

URLS = [("url_2", 2), ("url_1", 1)]  # parameter
CALL = "blocking"  # parameter


def crawl_page(seconds):
    time.sleep(seconds)


async def crawler():
    for url, seconds in URLS:
        print(f"crawling {url}")
        if CALL == "blocking":
            crawl_page(seconds)
        else:
            await asyncio.to_thread(crawl_page, seconds)
        print(f"OK {url}")


async def clock():
    # Once per second, if the loop is free to run this task.
    for tick in range(1, 4):
        await asyncio.sleep(1)
        print(f"tick {tick}")


async def main():
    task_1 = asyncio.create_task(crawler(), name="crawler")
    task_2 = asyncio.create_task(clock(), name="clock")
    await asyncio.gather(task_1, task_2)


asyncio.run(main())
