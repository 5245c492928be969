"""Groups in groups: the error climbs, and is wrapped at each level."""

import asyncio


async def broken():
    await asyncio.sleep(1)
    raise OSError("disk full")


async def part(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(5))
        if name == "b":
            group.create_task(broken())
    print(name, "complete")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(part(name), name=name)
    except ExceptionGroup as error:
        print(error)
        inner = error.exceptions[0]
        print(repr(inner), "->", repr(inner.exceptions[0]))


asyncio.run(main())
