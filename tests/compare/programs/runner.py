"""A Runner keeps one loop for several runs."""

import asyncio


async def remember(things, thing):
    things.append(thing)
    await asyncio.sleep(1)
    return len(things)


async def main():
    things = []
    return await remember(things, "in one go")


with asyncio.Runner() as runner:
    things = []
    print(runner.run(remember(things, "first")))
    print(runner.run(remember(things, "second")))
    print(runner.run(main()), things)
    print(runner.get_loop().is_running(), runner.get_loop().is_closed())
