"""Producers and consumers with a queue between them."""

import asyncio
import random

PRODUCERS = 2  # parameter
CONSUMERS = 2  # parameter
ITEMS = 5  # parameter
PRODUCE_PAUSE = 1  # parameter
CONSUME_PAUSE = 1  # parameter
MAXSIZE = 0  # parameter
STOP_AFTER = 10  # parameter
SEED = 23  # parameter


async def consumer(name, queue):
    while True:
        value = await queue.get()
        print(f"{name} get a val: {value}")
        await asyncio.sleep(CONSUME_PAUSE)


async def producer(name, queue):
    for _ in range(ITEMS):
        value = random.randint(1, 10)
        await queue.put(value)
        print(f"{name} put a val: {value}")
        await asyncio.sleep(PRODUCE_PAUSE)


async def main():
    queue = asyncio.Queue(MAXSIZE)
    random.seed(SEED)
    consumers = []
    for i in range(1, CONSUMERS + 1):
        name = f"consumer_{i}"
        consumers.append(asyncio.create_task(consumer(name, queue), name=name))
    producers = []
    for i in range(1, PRODUCERS + 1):
        name = f"producer_{i}"
        producers.append(asyncio.create_task(producer(name, queue), name=name))

    await asyncio.sleep(STOP_AFTER)
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, *producers, return_exceptions=True)


asyncio.run(main())
