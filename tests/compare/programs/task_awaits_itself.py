"""A task that awaits itself, directly or through a function, gets an error and can go on."""
import asyncio


async def directly():
    await task


async def and_goes_on():
    try:
        await task
    except RuntimeError as error:
        print(str(error).partition(":")[0])
    await asyncio.sleep(0.1)
    return "went on"


async def main():
    global task
    task = asyncio.create_task(directly())
    try:
        await task
    except RuntimeError as error:
        print(str(error).partition(":")[0])
    task = asyncio.create_task(and_goes_on())
    print(await task)


asyncio.run(main())
