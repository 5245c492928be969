"""The error of a task is raised where it is awaited."""

import asyncio


class Overheated(Exception):
    def __init__(self, degrees):
        super().__init__(f"{degrees} degrees")
        self.degrees = degrees


async def measure():
    await asyncio.sleep(1)
    raise Overheated(451)


async def main():
    task = asyncio.create_task(measure())
    await asyncio.sleep(2)
    print("done:", task.done(), repr(task.exception()))
    await task


asyncio.run(main())
