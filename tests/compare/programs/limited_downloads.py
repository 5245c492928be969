"""A semaphore lets two in at a time."""

import asyncio
import time


async def download(page, gate):
    async with gate:
        print(f"{time.perf_counter() - start:4.1f} begins {page}")
        await asyncio.sleep(1 + page % 2)
        print(f"{time.perf_counter() - start:4.1f} ends {page}")
    return page


async def main():
    gate = asyncio.Semaphore(2)
    print(await asyncio.gather(*[download(page, gate) for page in range(5)]))
    print("locked:", gate.locked())


start = time.perf_counter()
asyncio.run(main())
