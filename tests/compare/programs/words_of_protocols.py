"""What the language says of things that are no iterators, contexts or awaitables."""

import asyncio


class CM:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        return None


class It:
    def __aiter__(self):
        return self


class It2:
    async def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def agen():
    yield 1


def told(error):
    print(type(error).__name__, str(error).split(" (missed")[0])


async def main():
    for source in ("with CM(): pass", "for x in It(): pass", "with open: pass", "with 5: pass", "for x in 5: pass", "x, y = 5"):
        try:
            exec(source)
        except Exception as error:
            told(error)
    try:
        async for _ in It():
            pass
    except Exception as error:
        told(error)
    try:
        async for _ in [1]:
            pass
    except Exception as error:
        told(error)
    try:
        async with asyncio.Lock:
            pass
    except Exception as error:
        told(error)
    try:
        async with 5:
            pass
    except Exception as error:
        told(error)
    try:
        print([x for x in agen()])
    except Exception as error:
        told(error)
    try:
        a, b = await asyncio.sleep(0, 3)
    except Exception as error:
        told(error)
    try:
        anext(3)
    except Exception as error:
        told(error)
    try:
        aiter(3)
    except Exception as error:
        told(error)
    g = agen()
    print(await anext(g), await anext(g, "end"))
    try:
        await g.asend(1)
    except StopAsyncIteration as error:
        print("StopAsyncIteration", error.args)


asyncio.run(main())
