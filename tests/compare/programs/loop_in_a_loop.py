"""asyncio.run starts a loop; inside a running one it refuses."""

import asyncio


async def other():
    return 1


async def main():
    coroutine = other()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("refused:", error)
    print(await coroutine)


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("outside:", error)
