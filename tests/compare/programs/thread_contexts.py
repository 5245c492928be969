# in real time
"""Context variables in threads, and where no loop runs."""

import contextvars, threading, asyncio
v = contextvars.ContextVar("v", default="d")
v.set("main")
def f(): print(v.get()); v.set("t")
t = threading.Thread(target=f); t.start(); t.join()
print(v.get())
ctx = contextvars.copy_context()
t = threading.Thread(target=ctx.run, args=(f,)); t.start(); t.join()
print(v.get(), ctx[v])
async def main():
    v.set("task"); await asyncio.to_thread(f); print(v.get())
asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as e: print(e)
def g():
    try: asyncio.get_running_loop()
    except RuntimeError as e: print("thread", e)
async def m2(): await asyncio.to_thread(g)
asyncio.run(m2())
