"""timeout_at takes a moment: one deadline for several steps."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2.5
    finished = []
    for step in range(10):
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.sleep(1)
                finished.append(step)
        except TimeoutError:
            print("out of time in step", step)
            break
    print(finished)


asyncio.run(main())
