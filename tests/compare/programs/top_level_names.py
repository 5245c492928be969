"""Names at the top level are the module's, whether it awaits or not."""

from __future__ import annotations

import asyncio
from math import *

count: int = 0
unset: str


class Point:
    size = count

    class Inner:
        pass

    def where(self):
        return count, sqrt(16)


def add(amount):
    global count
    count += amount
    return lambda: count


later = add(3)
await asyncio.sleep(1)
count += 1
print(count, later(), add(1)(), Point().where(), Point.size)
print(add.__qualname__, Point.where.__qualname__, Point.Inner.__qualname__, later.__qualname__)
print((lambda: 0).__qualname__, Point, __doc__, __name__)
print("count" in globals(), "count" in locals(), "unset" in globals())
for i in [await asyncio.sleep(0.5, n) for n in (1, 2)]:
    print(i, [i for i in range(2)], i)
if (found := await asyncio.sleep(1, "here")) and any((hit := n) > 1 for n in range(4)):
    print(found, hit)
match await asyncio.sleep(0, (1, 2)):
    case (first, second):
        print(first, second)
try:
    raise ValueError("gone")
except ValueError as error:
    print(error)
print("error" in globals())
del found
try:
    found
except NameError as error:
    print(error)
exec("made = count * 2")
print(made)
