"""A result and a limit that come at one moment: the one that was first in the queue wins."""

import asyncio


async def attempt(label, awaitable):
    try:
        print(label, await awaitable)
    except TimeoutError:
        print(label, "too late")


async def limited():
    async with asyncio.timeout(1):
        return await asyncio.sleep(1, "result")


async def main():
    await attempt("wait_for", asyncio.wait_for(asyncio.sleep(1, "result"), 1))
    await attempt("timeout", limited())
    sleeper = asyncio.create_task(asyncio.sleep(1, "result"))
    await asyncio.sleep(0)
    await attempt("older task", asyncio.wait_for(sleeper, 1))
    await attempt("no time at all", asyncio.wait_for(asyncio.sleep(0, "result"), 0))


asyncio.run(main())
