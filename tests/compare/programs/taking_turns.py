"""sleep(0) gives each task its turn, in a fixed order."""

import asyncio


async def player(name, moves):
    for move in range(moves):
        print(name, move)
        await asyncio.sleep(0)
    print(name, "is out")


async def main():
    await asyncio.gather(player("red", 3), player("green", 1), player("blue", 2))


asyncio.run(main())
