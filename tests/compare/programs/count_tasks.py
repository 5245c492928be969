"""all_tasks returns the tasks that have not ended yet."""

import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)


async def main():
    print(len(asyncio.all_tasks()))
    naps = [asyncio.create_task(nap(seconds), name=f"nap {seconds}") for seconds in (1, 2, 3)]
    print(len(asyncio.all_tasks()))
    await asyncio.sleep(2.5)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    print([task.get_name() for task in left], [task.done() for task in naps])


asyncio.run(main())
