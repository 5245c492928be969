"""No await at the top level: no loop runs there, and asyncio.run may."""

import asyncio


async def main():
    async def inner():
        return [x async for x in numbers()]

    async def numbers():
        for x in range(3):
            yield await asyncio.sleep(1, x)

    return await inner()


try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
print(asyncio.run(main()))
print(asyncio.run(main()))
