"""A done callback is called when its task is done, before the task that awaits it resumes."""

import asyncio

URLS = [("url_1", 1), ("url_2", 2), ("url_3", 3), ("url_4", 4)]  # parameter


async def crawl_page(url, seconds):
    print(f"crawling {url}")
    await asyncio.sleep(seconds)
    return f"OK {url}"


async def main():
    tasks = []
    for url, seconds in URLS:
        task = asyncio.create_task(crawl_page(url, seconds), name=url)
        task.add_done_callback(lambda task: print("result: ", task.result()))
        tasks.append(task)
    await asyncio.gather(*tasks)


asyncio.run(main())
