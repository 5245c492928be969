"""A task group waits for all of its tasks."""

import asyncio


async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print(drink, "is ready")
    return drink.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        coffee = group.create_task(brew("coffee", 2))
        tea = group.create_task(brew("tea", 1))
        print("waiting")
    print(coffee.result(), tea.result())


asyncio.run(main())
