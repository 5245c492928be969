"""A queue with a size: put waits for room. join waits until task_done was called for every item."""

import asyncio

ITEMS = 4  # parameter
MAXSIZE = 1  # parameter
PAUSE = 1  # parameter


async def producer(queue):
    for item in range(1, ITEMS + 1):
        await queue.put(item)
        print(f"put {item}")


async def consumer(queue):
    while True:
        item = await queue.get()
        print(f"got {item}")
        await asyncio.sleep(PAUSE)
        print(f"done {item}")
        queue.task_done()


async def main():
    queue = asyncio.Queue(MAXSIZE)
    puts = asyncio.create_task(producer(queue), name="producer")
    gets = asyncio.create_task(consumer(queue), name="consumer")
    await puts
    print("everything is put")
    await queue.join()
    print("everything is done")
    gets.cancel()


asyncio.run(main())
