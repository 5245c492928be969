"""A Runner that is left by an error still runs what is ready, with its loop running."""

import asyncio


def report(task):
    print(task.get_name(), task.result(), asyncio.get_running_loop().is_running())


async def worth(value):
    return value


async def main():
    task = asyncio.create_task(worth("salt"), name="worth")
    await task
    task.add_done_callback(report)
    raise KeyboardInterrupt


try:
    with asyncio.Runner() as runner:
        runner.run(main())
except KeyboardInterrupt as error:
    print(repr(error))
