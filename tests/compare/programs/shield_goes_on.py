"""What is shielded goes on when the task that waits is cancelled."""

import asyncio


async def save():
    print("saving")
    await asyncio.sleep(2)
    print("saved")
    return 42


async def main():
    saving = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(saving), timeout=1)
    except TimeoutError:
        print("no longer waiting, but saving:", not saving.done())
    print(await saving)


asyncio.run(main())
