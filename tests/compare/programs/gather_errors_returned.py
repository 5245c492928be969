"""With return_exceptions, errors are results like others."""

import asyncio


async def root(number):
    await asyncio.sleep(0.1)
    if number < 0:
        raise ValueError(f"no root of {number}")
    return number**0.5


async def main():
    results = await asyncio.gather(root(4), root(-1), root(9), return_exceptions=True)
    for result in results:
        match result:
            case ValueError() as error:
                print("error:", error)
            case float(value):
                print("value:", value)
    print(results)


asyncio.run(main())
