"""Tasks whose numbers are kept in sets."""

import asyncio


async def square(number):
    await asyncio.sleep(number / 100)
    return number * number


async def main():
    left = {4, 9, 1, 16, 25}
    while left:
        batch = {left.pop() for _ in range(min(2, len(left)))}
        results = await asyncio.gather(*(square(number) for number in batch))
        print(batch, results, set(results), left)
    results = {await square(number) for number in {10, 20, 30}}
    print(results, {number async for number in countdown(12)})
    tasks = {asyncio.create_task(square(number)) for number in (3, 1, 2)}
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), pending)


async def countdown(number):
    while number:
        yield number * 5
        number -= 3


asyncio.run(main())
