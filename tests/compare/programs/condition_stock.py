"""Customers wait until the shop has what they want."""

import asyncio


class Shop:
    def __init__(self):
        self.stock = 0
        self.delivered = asyncio.Condition()

    async def deliver(self, count):
        async with self.delivered:
            self.stock += count
            print("delivered", count)
            self.delivered.notify_all()

    async def buy(self, who, count):
        async with self.delivered:
            await self.delivered.wait_for(lambda: self.stock >= count)
            self.stock -= count
            print(who, "takes", count, "leaves", self.stock)


async def main():
    shop = Shop()
    async with asyncio.TaskGroup() as group:
        for who, count in [("Kim", 3), ("Lee", 1), ("Max", 2)]:
            group.create_task(shop.buy(who, count))
        for count in (1, 2, 4):
            await asyncio.sleep(1)
            await shop.deliver(count)


asyncio.run(main())
