"""aclosing closes a generator that is left early."""

import asyncio
from contextlib import aclosing


async def pages():
    page = 1
    try:
        while True:
            yield f"page {page}"
            page += 1
            await asyncio.sleep(0.5)
    finally:
        await asyncio.sleep(0.5)
        print("the book is closed at", page)


async def main():
    async with aclosing(pages()) as book:
        async for page in book:
            print(page)
            if page.endswith("3"):
                break
    print("after the book")


asyncio.run(main())
