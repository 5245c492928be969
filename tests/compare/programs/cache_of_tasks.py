"""Many ask for the same thing at once; it is fetched once."""

import asyncio


class Cache:
    def __init__(self):
        self.tasks = {}

    async def get(self, key):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(self.fetch(key))
        return await self.tasks[key]

    async def fetch(self, key):
        print("fetches", key)
        await asyncio.sleep(1)
        return key.upper()


async def main():
    cache = Cache()
    keys = ["a", "b", "a", "c", "b", "a"]
    print(await asyncio.gather(*map(cache.get, keys)))
    print(await cache.get("c"), sorted(cache.tasks))


asyncio.run(main())
