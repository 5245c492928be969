# in real time
"""A loop in the background, as a class."""

import asyncio, threading, time
class Background:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
    def _run(self):
        asyncio.set_event_loop(self.loop); self.loop.run_forever()
    def submit(self, coro): return asyncio.run_coroutine_threadsafe(coro, self.loop)
    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop); self.thread.join(); self.loop.close()
async def job(n):
    await asyncio.sleep(n / 10); 
    if n == 3: raise ValueError(n)
    return n
bg = Background()
fs = [bg.submit(job(n)) for n in (3, 1, 2)]
for f in fs:
    try: print(f.result())
    except ValueError as e: print("error", e)
f = bg.submit(job(100)); print(f.cancel(), f.cancelled())
print(bg.submit(asyncio.sleep(0.1, "x")).result(timeout=1))
bg.close(); print(bg.loop.is_closed())
async def main():
    loop = asyncio.get_running_loop()
    def blocking():
        fut = asyncio.run_coroutine_threadsafe(job(2), loop)
        return fut.result()
    print(await loop.run_in_executor(None, blocking))
    ev = threading.Event()
    loop.call_later(0.2, ev.set)
    print(await asyncio.to_thread(ev.wait, 0.1), await asyncio.to_thread(ev.wait, 1))
asyncio.run(main())
