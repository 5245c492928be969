"""Waiting no time at all: for what is done, what was cancelled, and what has not begun."""

import asyncio


async def page(name):
    try:
        await asyncio.sleep(1)
        print("slept", name)
    finally:
        print("leaves", name)
    return name


async def stops():
    await asyncio.sleep(0)
    raise StopIteration("early")


async def attempt(what, seconds=0):
    try:
        print("got", await asyncio.wait_for(what, seconds))
    except (TimeoutError, asyncio.CancelledError, RuntimeError) as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))


async def main():
    done = asyncio.create_task(page("done"))
    await asyncio.sleep(2)
    await attempt(done)
    cancelled = asyncio.create_task(page("cancelled"))
    cancelled.cancel()
    await asyncio.sleep(0)
    await attempt(cancelled)
    await attempt(cancelled, -1)
    await attempt(page("new"))
    await attempt(asyncio.create_task(stops()), 5)
    begun = asyncio.create_task(page("begun"))
    await asyncio.sleep(0.5)
    await attempt(begun)


asyncio.run(main())
