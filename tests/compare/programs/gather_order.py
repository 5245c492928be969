"""gather gives its results in the order of its arguments, whoever is ready first."""

import asyncio


async def square(number):
    await asyncio.sleep(1 / number)
    print("squared", number)
    return number**2


async def main():
    results = await asyncio.gather(*(square(number) for number in range(1, 6)))
    print(results, sum(results))
    print(await asyncio.gather())


asyncio.run(main())
