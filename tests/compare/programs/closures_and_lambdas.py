"""Nested coroutine functions share the variables around them."""

import asyncio


def make_counter():
    count = 0

    async def step(by=1):
        nonlocal count
        await asyncio.sleep(0.1)
        count += by
        return count

    return step


async def main():
    first, second = make_counter(), make_counter()
    print(await asyncio.gather(first(), second(10), first(), first(5)))
    late = [lambda: number for number in range(3)]
    bound = [lambda number=number: number for number in range(3)]
    print([function() for function in late], [function() for function in bound])

    async def tripled(function, *arguments):
        return [await function(*arguments) for _ in range(3)]

    print(await tripled(first, 100))


asyncio.run(main())
