"""Tasks have names: their own, or a number."""

import asyncio


async def who():
    print("I am", asyncio.current_task().get_name())


async def main():
    await who()
    plain = asyncio.create_task(who())
    named = asyncio.create_task(who(), name="messenger")
    await plain
    await named
    named.set_name("retired")
    print(plain.get_name(), named.get_name())
    await asyncio.create_task(who())


asyncio.run(main())
