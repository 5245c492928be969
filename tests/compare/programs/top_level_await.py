"""A cell of a notebook: it awaits where it stands."""

import asyncio


async def fetch(name, seconds):
    print("asks for", name)
    await asyncio.sleep(seconds)
    print("has", name)
    return name.upper()


print(await fetch("a", 1))
names = await asyncio.gather(*(fetch(name, 2) for name in "bc"))
print(names, asyncio.current_task().get_name())
