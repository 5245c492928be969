"""A done callback is called when its task is done, before the task that awaits it resumes."""

import asyncio

URLS = ["url_1", "url_2", "url_3", "url_4"]  # parameter


async def crawl_page(url):
    print(f"crawling {url}")
    await asyncio.sleep(float(url.split("_")[-1]))
    return f"OK {url}"


async def main():
    tasks = []
    for url in URLS:
        task = asyncio.create_task(crawl_page(url), name=url)
        task.add_done_callback(lambda task: print("result: ", task.result()))
        tasks.append(task)
    await asyncio.gather(*tasks)


asyncio.run(main())
