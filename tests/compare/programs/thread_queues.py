# in real time
"""The queues of the library, their limits, and their end."""

import queue, threading, time
q = queue.PriorityQueue()
def worker():
    while True:
        p, job = q.get()
        if job is None: break
        print(p, job); time.sleep(0.1); q.task_done()
t = threading.Thread(target=worker); 
for p, j in [(3, "c"), (1, "a"), (2, "b")]: q.put((p, j))
t.start(); q.join(); q.put((9, None)); t.join()
l = queue.LifoQueue(1); l.put(1)
try: l.put(2, timeout=0.1)
except queue.Full: print("full")
try: l.put_nowait(3)
except queue.Full: print("full")
s = queue.SimpleQueue(); s.put(1); print(s.get(), s.empty())
try: s.get(timeout=0.1)
except queue.Empty: print("empty")
q2 = queue.Queue(); q2.shutdown()
try: q2.get()
except queue.ShutDown: print("shut")
