"""An error in a group cancels the siblings; except* sorts the errors by kind."""

import asyncio


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def endless(name):
    try:
        await asyncio.sleep(100)
    finally:
        print(name, "ends early")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(endless("first"))
            group.create_task(fail(1, ValueError("bad value")))
            group.create_task(fail(1, TypeError("bad type")))
            group.create_task(fail(2, KeyError("too late")))
            group.create_task(endless("last"))
    except* ValueError as errors:
        print("values:", errors.exceptions)
    except* TypeError as errors:
        print("types:", errors.exceptions)
    print("main goes on")


asyncio.run(main())
