# in real time
"""A queue of two items between two threads."""

import threading, queue, time
q = queue.Queue(maxsize=2)
def produce():
    for i in range(5):
        q.put(i); print("put", i); time.sleep(0.1)
    q.put(None)
def consume():
    while (x := q.get()) is not None:
        time.sleep(0.25); print("got", x); q.task_done()
    print("done")
a = threading.Thread(target=produce, name="P"); b = threading.Thread(target=consume, name="C")
a.start(); b.start(); a.join(); b.join()
print(threading.active_count(), threading.current_thread().name)
