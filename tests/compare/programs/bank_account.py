"""Without a lock money is lost: between reading and writing others run."""

import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()

    async def deposit(self, amount):
        balance = self.balance
        await asyncio.sleep(0.1)
        self.balance = balance + amount

    async def deposit_safely(self, amount):
        async with self.lock:
            await self.deposit(amount)


async def main():
    careless, careful = Account(), Account()
    await asyncio.gather(*(careless.deposit(10) for _ in range(5)))
    await asyncio.gather(*(careful.deposit_safely(10) for _ in range(5)))
    print("without a lock:", careless.balance)
    print("with a lock:", careful.balance)


asyncio.run(main())
