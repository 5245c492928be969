# in real time
"""What threads and locks tell of themselves."""

import threading, time
t = threading.Thread(target=lambda: None)
print(t.name.startswith("Thread-1"), t.ident, t.native_id is None, t.daemon, t.is_alive())
print(repr(t).startswith("<Thread(Thread-1 (<lambda>), initial)"))
t.start(); t.join()
print(t.ident is not None, repr(t).split(",")[1].split(" ")[1])
t2 = threading.Thread(target=time.sleep, args=(0.1,), name="x", daemon=True)
t2.name = "y"; t2.start()
print([x.name for x in threading.enumerate()], threading.active_count())
try: t2.daemon = False
except RuntimeError as e: print(e)
t2.join()
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
print(threading.stack_size() == 0, threading.TIMEOUT_MAX > 1e9)
try: threading.Lock().acquire(timeout=-2)
except ValueError as e: print(e)
try: threading.Lock().acquire(False, 1)
except ValueError as e: print(e)
print(type(threading.Lock()).__name__, isinstance(threading.Lock(), type(threading.Lock())), repr(threading.Lock()).split(" object")[0], repr(threading.RLock()).split(" object")[0])
print(repr(threading.Event()).split(" at ")[0], repr(threading.Semaphore(2)).split(" at ")[0], repr(threading.Barrier(2)).split(" at ")[0])
class T(threading.Thread):
    def run(self): print("in", self.name, threading.current_thread() is self)
a = T(name="sub"); a.start(); a.join()
timer = threading.Timer(0.1, print, args=("a",), kwargs={"end": "!\n"}); timer.start(); timer.join()
b = threading.Barrier(2, action=lambda: print("action"), timeout=0.1)
try: b.wait()
except threading.BrokenBarrierError: print("broken", b.broken)
