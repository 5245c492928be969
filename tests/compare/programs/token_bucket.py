"""Three requests a second: a request without a token waits for one."""

import asyncio


class Bucket:
    def __init__(self, rate, size):
        self.rate, self.size = rate, size
        self.tokens = size
        self.updated = asyncio.get_running_loop().time()

    async def take(self):
        while True:
            now = asyncio.get_running_loop().time()
            self.tokens = min(self.size, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens >= 1:
                self.tokens -= 1
                return
            await asyncio.sleep((1 - self.tokens) / self.rate)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    bucket = Bucket(rate=4, size=2)
    for request in range(7):
        await bucket.take()
        print(f"request {request} at {loop.time() - start:.2f}")


asyncio.run(main())
