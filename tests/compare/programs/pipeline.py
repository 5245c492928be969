"""Generators in a row: each takes from the one before."""

import asyncio


async def numbers(limit):
    for number in range(1, limit + 1):
        print("makes", number)
        yield number
        await asyncio.sleep(0.1)


async def evens(source):
    async for number in source:
        if number % 2 == 0:
            yield number


async def squares(source):
    async for number in source:
        await asyncio.sleep(0.2)
        yield number * number


async def main():
    total = 0
    async for value in squares(evens(numbers(6))):
        total += value
        print("value", value, "total", total)


asyncio.run(main())
