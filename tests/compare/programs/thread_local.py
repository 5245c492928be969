# in real time
"""Attributes that each thread has for itself."""

import threading
d = threading.local(); d.x = 1
class L(threading.local):
    def __init__(self, v): self.v = v; print("init", threading.current_thread().name)
l = L(5)
def f():
    print(hasattr(d, "x"), l.v, l.__dict__)
    d.x = 2; l.v = 6
t = threading.Thread(target=f, name="T"); t.start(); t.join()
print(d.x, l.v, d.__dict__)
try: d.nope
except AttributeError as e: print(e)
