"""Three workers share the jobs; join waits until the last is done."""

import asyncio


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()
        print(f"{name} slept {seconds:.2f} s")


async def main():
    queue = asyncio.Queue()
    for number in range(9):
        queue.put_nowait(0.25 * (number % 4 + 1))
    workers = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(3)]
    loop = asyncio.get_running_loop()
    start = loop.time()
    await queue.join()
    print(f"all done after {loop.time() - start:.2f} s")
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
