"""A task that nobody holds, and that waits for what nobody will do, is collected."""

import asyncio
import gc


told = []


async def forever():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        told.append("leaves")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: told.append(context["message"] + context["task"].get_name()))
    task = asyncio.create_task(forever(), name="lost")
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
    del task
    gc.collect()
    print(sorted(told))
    print(len(asyncio.all_tasks()))


asyncio.run(main())
