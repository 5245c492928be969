"""Anything with __await__ can be awaited."""

import asyncio


class Delay:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        print("before")
        yield from asyncio.sleep(self.seconds).__await__()
        print("after")
        return self.seconds * 2


class Ticket:
    """An asynchronous iterator as a class."""

    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(0.5)
        return self.count


async def main():
    print(await Delay(1))
    print(await asyncio.gather(Delay(1), Delay(2)))
    async for ticket in Ticket(2):
        print("ticket", ticket)
    else:
        print("sold out")
    print(await anext(Ticket(0), "none left"))


asyncio.run(main())
