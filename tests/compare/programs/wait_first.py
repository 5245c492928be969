"""wait returns when the first is done, or all, or the first error is there."""

import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    if name == "c":
        raise ValueError("stumbled")
    return name


def start():
    times = {"a": 1, "b": 3, "c": 2}
    return [asyncio.create_task(runner(*item), name=item[0]) for item in times.items()]


async def main():
    modes = (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    for mode in modes:
        done, pending = await asyncio.wait(start(), return_when=mode)
        print(mode, [task.get_name() for task in done], [task.get_name() for task in pending])
        for task in pending:
            task.cancel()


asyncio.run(main())
