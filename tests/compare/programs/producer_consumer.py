"""A producer, a consumer, and a queue between them."""

import asyncio


async def produce(queue):
    for item in ["flour", "eggs", "milk"]:
        await asyncio.sleep(0.5)
        await queue.put(item)
        print("put", item)
    await queue.put(None)


async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        await asyncio.sleep(1)
    print("nothing more comes")


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())
