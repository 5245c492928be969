"""The crawl that measures the event loop, for CPython's asyncio and for `interleave run`.

Told how many pages, as under CPython, it prints the seconds of processor time that the run took, and the most memory that
the process had, in bytes.
"""

import asyncio
import sys
import time


async def crawl_page(page):
    await asyncio.sleep(page % 7 / 1000)


async def main(pages):
    await asyncio.gather(*(crawl_page(page) for page in range(pages)))


PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
start_s = time.process_time()
asyncio.run(main(PAGES))
took_s = time.process_time() - start_s

if len(sys.argv) > 1:
    # Not `ru_maxrss`, which begins with what the process had that started this one.
    with open("/proc/self/status") as status:
        peak_kib = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
    print(took_s, int(peak_kib) * 1024)
