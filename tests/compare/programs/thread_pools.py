# in real time
"""Pools: cancelled jobs, time limits, errors, broken ones, and processes."""

import concurrent.futures as cf, time, threading
def slow(n): time.sleep(n); return n
ex = cf.ThreadPoolExecutor(2)
fs = [ex.submit(slow, n / 10) for n in (1, 2, 3, 4)]
ex.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in fs], [f.result() for f in fs if not f.cancelled()])
with cf.ThreadPoolExecutor() as ex:
    it = ex.map(slow, [0.1, 0.5], timeout=0.3)
    print(next(it))
    try: next(it)
    except TimeoutError: print("timeout")
f = cf.Future(); print(f, f.done()) if False else None
f.set_result(1); print(f.result(), f.exception())
try: f.set_result(2)
except cf.InvalidStateError as e: print(type(e).__name__)
def boom(): raise RuntimeError("b")
with cf.ThreadPoolExecutor(1) as ex:
    r = ex.submit(boom)
    try: r.result()
    except RuntimeError as e: print("caught", e)
    done, pending = cf.wait([ex.submit(slow, 0.1), ex.submit(boom)], return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(pending))
def initfail(): raise ValueError("init")
import logging; logging.disable(logging.CRITICAL)
with cf.ThreadPoolExecutor(1, initializer=initfail) as ex:
    try: ex.submit(slow, 0).result()
    except cf.BrokenExecutor as e: print(type(e).__name__)
try: cf.ThreadPoolExecutor(0)
except ValueError as e: print(e)
with cf.ProcessPoolExecutor(2) as ex:
    print(list(ex.map(pow, [2, 3], [3, 2])), ex.submit(len, "abc").result())
