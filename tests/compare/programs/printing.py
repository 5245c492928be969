"""print with sep, end and flush; parts of a line by several tasks."""

import asyncio
import sys


async def dots(count):
    for _ in range(count):
        print(".", end="", flush=True)
        await asyncio.sleep(0.2)


async def main():
    print("a", "b", "c", sep="-")
    await asyncio.gather(dots(3), dots(5))
    print()
    print("no newline", end="!\n")
    print(*range(5), sep=", ")
    print()
    sys.stdout.write("written\n")
    print("two\nlines", end="")
    print("\ttab", None, True, 1.0, 1e20, b"bytes", "quote's", sep="|")
    print(["it's", 'say "hi"', "é", "\n"], ("one",), {}, set(), 10**20, -0.0, 1 / 3)
    print("the last has no newline", end="")


asyncio.run(main())
