"""Two tasks take as long as the slower of them."""

import asyncio
import time


async def greet(after, whom):
    await asyncio.sleep(after)
    print("hello", whom)
    return f"{whom} greeted"


async def main():
    start = time.perf_counter()
    ada = asyncio.create_task(greet(1, "Ada"))
    grace = asyncio.create_task(greet(2, "Grace"))
    print(await ada)
    print(await grace)
    print(f"took {time.perf_counter() - start:.2f} s")


asyncio.run(main())
