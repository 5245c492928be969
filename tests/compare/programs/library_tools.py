"""Tools of the standard library at work in coroutines."""

import asyncio
import functools
import heapq
import itertools
import json
import math
import operator
import re
import statistics
import string
import textwrap
from collections import OrderedDict, defaultdict, deque, namedtuple

Reading = namedtuple("Reading", "station value")


async def readings():
    stations = itertools.cycle(["north", "south"])
    for station, value in zip(stations, [3, 1, 4, 1, 5, 9]):
        await asyncio.sleep(0.5)
        yield Reading(station, value)


async def main():
    values = defaultdict(list)
    recent = deque(maxlen=3)
    heap = []
    async for reading in readings():
        values[reading.station].append(reading.value)
        recent.append(reading.value)
        heapq.heappush(heap, (-reading.value, reading.station))
    print(dict(values), list(recent), heapq.heappop(heap))
    print(statistics.mean(values["north"]), statistics.median(values["south"]))
    print(json.dumps({"recent": list(recent), "ok": True, "none": None}, indent=1))
    print(json.loads('{"a": [1, 2.5, "x"]}')["a"])
    print(functools.reduce(operator.mul, range(1, 6)), math.isclose(0.1 + 0.2, 0.3))
    print(re.findall(r"\d+", "a1b22c333"), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home"))
    print(textwrap.fill("a sentence that is a little too long for its line", 20))
    print(string.Template("$who waits").substitute(who="nobody"), string.ascii_lowercase[:5])
    print(list(itertools.accumulate([1, 2, 3])), list(itertools.pairwise("abc")))
    print(OrderedDict(a=1, b=2), Reading("east", 2)._replace(value=7))


asyncio.run(main())
