"""A queue that is shut down lets the rest out, and then no task waits any more."""

import asyncio


async def consume(name, queue):
    try:
        while True:
            print(name, "got", await queue.get())
            await asyncio.sleep(1)
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(consume("first", queue))
        group.create_task(consume("second", queue))
        for number in range(5):
            await queue.put(number)
        queue.shutdown()
        try:
            await queue.put("late")
        except asyncio.QueueShutDown as error:
            print("closed:", repr(error))


asyncio.run(main())
