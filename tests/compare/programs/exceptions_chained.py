"""Causes and contexts of errors, across tasks."""

import asyncio


async def low():
    await asyncio.sleep(0.1)
    raise OSError("cable cut")


async def high():
    try:
        await low()
    except OSError as error:
        raise ConnectionError("no answer") from error


async def clumsy():
    try:
        await low()
    except OSError:
        raise KeyError("oops")


async def main():
    for function in (high, clumsy):
        try:
            await asyncio.create_task(function())
        except Exception as error:
            print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


asyncio.run(main())
