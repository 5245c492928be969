"""put_nowait and get_nowait raise where the others wait."""

import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty:", repr(error))
    queue.put_nowait("one")
    try:
        queue.put_nowait("two")
    except asyncio.QueueFull as error:
        print("full:", repr(error))
    print(queue.qsize(), queue.full(), queue.maxsize)
    queue.get_nowait()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
