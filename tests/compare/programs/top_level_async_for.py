import asyncio


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(0.5)
        yield number


async for number in ticks(3):
    print("tick", number)
else:
    print("last", number)

print([number * 2 async for number in ticks(2)])
print({number: await asyncio.sleep(0.25, number) for number in range(2)})
print(sum([number async for number in ticks(4) if number % 2]))
