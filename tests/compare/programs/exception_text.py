"""The last line of a traceback, by hand."""

import asyncio
import traceback


async def fail():
    await asyncio.sleep(0.1)
    try:
        return {}["key"]
    except KeyError as error:
        raise RuntimeError("lookup failed") from error


async def main():
    try:
        await fail()
    except RuntimeError as error:
        print(traceback.format_exception_only(error))
        print(traceback.format_exception_only(type(error.__cause__), error.__cause__)[-1], end="")
        error.add_note("seen in main")
        print(error.__notes__)
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("".join(traceback.format_exception_only(error)).strip())


asyncio.run(main())
