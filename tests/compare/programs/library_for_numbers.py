# Numbers, texts and tools of the library between two awaits.
import asyncio
import functools
import heapq
import itertools
import json
import re
import statistics
import string
import sys
import textwrap
import traceback
from collections import Counter, deque
from contextlib import aclosing, suppress
from decimal import Decimal
from fractions import Fraction


async def count():
    try:
        for n in itertools.count(1):
            await asyncio.sleep(n)
            yield n
    finally:
        print("closed")


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


async def main():
    print(statistics.mean([1, 2, 6]), Decimal("0.1") + 1, Fraction(1, 3) + Fraction(1, 6))
    print(json.dumps({"sizes": [1, 2.5], "big": None}), json.loads("[true]"))
    print(deque(range(5), maxlen=2), Counter("abca").most_common(1), ways(40))
    print(heapq.nsmallest(2, [5, 1, 4]), re.sub(r"(\w+) (\w+)", r"\2 \1", "one two"))
    print(textwrap.fill("tasks wait and go on", 11), string.digits[-3:])
    async with aclosing(count()) as numbers:
        async for n in numbers:
            print(n)
            if n == 2:
                break
    with suppress(ZeroDivisionError):
        1 / 0
    try:
        int("x")
    except ValueError:
        print(traceback.format_exc().splitlines()[-1])
    print("not seen here", file=sys.stderr)


asyncio.run(main())
