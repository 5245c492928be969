"""wait with a timeout cancels nothing."""

import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(sorted(task.result() for task in done), len(pending))
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print([task.result() for task in done])
    try:
        await asyncio.wait([])
    except ValueError as error:
        print("nothing to wait for:", error)


asyncio.run(main())
