"""f-strings and format specifications."""

import asyncio
import time
from datetime import timedelta


async def main():
    start = time.perf_counter()
    await asyncio.sleep(1.23456)
    took = time.perf_counter() - start
    print(f"{took:.2f} s, {took:8.3f}|{took:<8.1f}|{took:^10.2f}|{took:e}")
    print(f"{took=:.1f} {'text'!r:>10} {255:#x} {255:08b} {1234567:,} {0.256:.1%}")
    print("{:>6}|{:<6}|{:^6}|".format("a", "b", "c"), "%5.2f %s %d" % (took, "old", 7))
    print(timedelta(seconds=90061.5), str(timedelta(seconds=took)))
    print("title case".title(), "x".center(9, "*"), "a,b,,c".split(","), "-".join("abc"))


asyncio.run(main())
