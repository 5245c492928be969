# A queue belongs to the loop in which a task first waited for it.
import asyncio

queue = asyncio.Queue()


async def main():
    taker = asyncio.create_task(queue.get())
    await asyncio.sleep(1)
    queue.put_nowait("an item")
    print(await taker)


asyncio.run(main())
try:
    asyncio.run(main())
except RuntimeError as error:
    print(str(error)[-35:])
