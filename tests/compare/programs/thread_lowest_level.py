# in real time
"""A thread of the lowest level, and a lock that it releases."""

import _thread, time
l = _thread.allocate_lock(); l.acquire()
def f(a, b=0): print(a, b); l.release()
_thread.start_new_thread(f, (1,), {"b": 2})
l.acquire(); print("ok")
