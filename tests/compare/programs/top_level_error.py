import asyncio


async def fails():
    await asyncio.sleep(1)
    raise LookupError("nothing there")


task = asyncio.create_task(fails())
try:
    await asyncio.sleep(2)
    print("slept", task.done())
    await task
finally:
    print("at last")
print("never")
