"""With `async for`, as_completed gives the tasks themselves."""

import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "two":
        raise LookupError(page)
    return len(page)


async def main():
    names = {
        asyncio.create_task(fetch("one", 0.3)): "one",
        asyncio.create_task(fetch("two", 0.1)): "two",
        asyncio.create_task(fetch("three", 0.2)): "three",
    }
    async for task in asyncio.as_completed(names):
        try:
            print(names[task], await task)
        except LookupError as error:
            print(names[task], "failed:", repr(error))


asyncio.run(main())
