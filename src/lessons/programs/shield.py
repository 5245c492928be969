"""shield: wait_for gives up, and the task that is shielded goes on."""

import asyncio

TIMEOUT = 1  # parameter
WORK = 2  # parameter


async def save():
    print("save start")
    await asyncio.sleep(WORK)
    print("save done")
    return "the file"


async def main():
    task = asyncio.create_task(save(), name="save")
    try:
        saved = await asyncio.wait_for(asyncio.shield(task), TIMEOUT)
    except TimeoutError:
        print("main gave up waiting")
        saved = await task
    print(f"main has {saved}")


asyncio.run(main())
