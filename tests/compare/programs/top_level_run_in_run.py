import asyncio


async def main():
    return "ran"


await asyncio.sleep(1)
coroutine = main()
try:
    asyncio.run(coroutine)
except RuntimeError as error:
    print(error)
print(await coroutine)
loop = asyncio.get_running_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
