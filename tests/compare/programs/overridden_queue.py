"""A queue that counts: `put` calls `put_nowait`, `get` calls `get_nowait`, and those call the hooks."""

import asyncio


class Counting(asyncio.Queue):
    def __init__(self, maxsize=0):
        self.log = []
        super().__init__(maxsize)

    def _put(self, item):
        self.log.append(f"_put {item}")
        super()._put(item)

    def _get(self):
        item = super()._get()
        self.log.append(f"_get {item}")
        return item

    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        print("get_nowait")
        return super().get_nowait()

    def full(self):
        return self.qsize() >= 2


async def produce(queue):
    for item in range(4):
        await queue.put(item)
        print("in", item, queue.qsize())


async def main():
    queue = Counting()
    producer = asyncio.create_task(produce(queue))
    await asyncio.sleep(1)
    print(len(queue._putters), queue)
    for _ in range(4):
        print("out", await queue.get())
        await asyncio.sleep(0)
        queue.task_done()
    await producer
    await queue.join()
    print(queue.log)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
