# in real time
"""Jobs in pools, awaited, cancelled, and given up."""

import asyncio, time, concurrent.futures, functools
def block(n): time.sleep(n); return n
async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    r = await asyncio.gather(*(loop.run_in_executor(None, block, 0.5) for _ in range(3)), asyncio.sleep(0.5, "x"))
    print(r, round(loop.time() - t0, 1))
    with concurrent.futures.ThreadPoolExecutor(1) as ex:
        r = await asyncio.gather(*(loop.run_in_executor(ex, block, 0.2) for _ in range(3)))
        print(r)
    t = asyncio.create_task(asyncio.to_thread(block, 0.5))
    await asyncio.sleep(0.1)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled")
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(2, "own"))
    import threading
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    try:
        await asyncio.wait_for(asyncio.to_thread(block, 0.1), 0.2)
    except TimeoutError: print("timeout")
    try: await asyncio.to_thread(next, iter([]))
    except RuntimeError as e: print(repr(e), repr(e.__cause__))
asyncio.run(main())
print("end")
