"""A group of errors that no task catches."""

import asyncio


async def fail(text):
    raise LookupError(text)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail("north"))
        group.create_task(fail("south"))


asyncio.run(main())
