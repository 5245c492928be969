"""Two tasks take turns through two queues."""

import asyncio


async def player(name, mine, theirs, rounds):
    for _ in range(rounds):
        ball = await mine.get()
        print(name, "hits", ball)
        await asyncio.sleep(0.1)
        await theirs.put(ball + 1)
    print(name, "stops")


async def main():
    left, right = asyncio.Queue(), asyncio.Queue()
    left.put_nowait(0)
    await asyncio.gather(player("ping", left, right, 3), player("pong", right, left, 3))
    print("left over:", left.qsize(), right.qsize())


asyncio.run(main())
