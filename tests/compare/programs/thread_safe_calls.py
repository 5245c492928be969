# in real time
"""A thread gives a loop what it waits for."""

import asyncio, threading, time
async def main():
    q = asyncio.Queue(); loop = asyncio.get_running_loop()
    def feed():
        for i in range(3):
            time.sleep(0.1); loop.call_soon_threadsafe(q.put_nowait, i)
        loop.call_soon_threadsafe(q.put_nowait, None)
    threading.Thread(target=feed).start()
    while (x := await q.get()) is not None: print("got", x)
    fut = loop.create_future()
    threading.Timer(0.1, lambda: loop.call_soon_threadsafe(fut.set_result, 7)).start()
    print(await fut)
asyncio.run(main())
