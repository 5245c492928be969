# Queues with an order of their own: one without doubles, one that serves the shortest first.
import asyncio
import heapq


class Once(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


class Shortest(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, (len(item), item))

    def _get(self):
        return heapq.heappop(self._queue)[1]


async def fill(queue, words):
    for word in words:
        await queue.put(word)
        print("put", word, queue.qsize())
    queue.shutdown()


async def main():
    for queue in (Once(), Shortest(2)):
        asyncio.create_task(fill(queue, ["banana", "fig", "fig", "apple"]))
        try:
            while True:
                print(await queue.get())
        except asyncio.QueueShutDown:
            print(type(queue).__name__, "is done", queue.empty())


asyncio.run(main())
