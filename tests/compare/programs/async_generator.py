"""An async generator waits between its values."""

import asyncio


async def countdown(start):
    for number in range(start, 0, -1):
        yield number
        await asyncio.sleep(1)


async def main():
    async for number in countdown(3):
        print(number)
    print("lift-off")
    print([number**2 async for number in countdown(4) if number % 2 == 0])
    print({number: "*" * number async for number in countdown(2)})


asyncio.run(main())
