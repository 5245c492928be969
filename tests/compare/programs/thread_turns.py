# in real time
"""Four threads count, and two take turns."""

import threading
counter = 0
def inc():
    global counter
    for _ in range(10000): counter += 1
ts = [threading.Thread(target=inc) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(counter)
import time
def spin(name):
    for i in range(3):
        print(name, i); time.sleep(0.1)
a = threading.Thread(target=spin, args=("A",)); b = threading.Thread(target=spin, args=("B",))
a.start(); time.sleep(0.04); b.start(); a.join(); b.join()
