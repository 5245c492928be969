"""A task that is cancelled before it begins is among all_tasks until then, and not after."""

import asyncio


async def never():
    print("not reached")


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    task = asyncio.create_task(never(), name="never")
    print(names())
    task.cancel()
    print(names())
    await asyncio.sleep(0)
    print(names(), task.cancelled())
    try:
        await asyncio.wait_for(never(), 0)
    except TimeoutError as error:
        print(repr(error), names())


asyncio.run(main())
