"""A group sees the errors of its tasks, also where nothing else holds the tasks: none is reported."""

import asyncio


async def fail(name):
    await asyncio.sleep(0)
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("reported:", context["message"]))
    try:
        async with asyncio.TaskGroup() as group:
            for name in ["one", "two"]:
                group.create_task(fail(name))
    except* ValueError as errors:
        print("caught:", errors.exceptions)


asyncio.run(main())
