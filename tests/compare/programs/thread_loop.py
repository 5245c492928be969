# in real time
"""A loop that runs in a thread of its own, and takes coroutines from others."""

import asyncio, threading, time
async def work(n):
    await asyncio.sleep(n)
    return n * 10
loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever, daemon=True)
t.start()
f = asyncio.run_coroutine_threadsafe(work(0.2), loop)
g = asyncio.run_coroutine_threadsafe(work(0.1), loop)
print(f.result(), g.result())
try:
    asyncio.run_coroutine_threadsafe(work(5), loop).result(timeout=0.5)
except TimeoutError:
    print("timeout")
loop.call_soon_threadsafe(loop.stop)
t.join()
print(t.is_alive(), loop.is_running())
loop.close()
