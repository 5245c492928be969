# in real time
"""What a thread raises, and what threads refuse."""

import threading, time, sys
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
def f(): raise KeyError("x")
t = threading.Thread(target=f, name="T"); t.start(); t.join()
try: t.start()
except RuntimeError as e: print(e)
try: threading.Thread().join()
except RuntimeError as e: print(e)
def g():
    try: threading.current_thread().join()
    except RuntimeError as e: print(e)
    sys.exit(3)
u = threading.Thread(target=g); u.start(); u.join()
print(u.name, u.is_alive(), u.daemon, threading.main_thread() is threading.current_thread())
class My(threading.Thread):
    def __init__(self, n): super().__init__(); self.n = n
    def run(self): time.sleep(0.1); self.result = self.n ** 2
m = My(4); m.start(); m.join(); print(m.result)
