# in real time
"""An update that is lost across a wait, and not under a lock."""

import threading, time
balance = 0
def add(n):
    global balance
    b = balance; time.sleep(0.1); balance = b + n
ts = [threading.Thread(target=add, args=(10,)) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(balance)
lock = threading.Lock(); balance = 0
def safe(n):
    global balance
    with lock: b = balance; time.sleep(0.1); balance = b + n
ts = [threading.Thread(target=safe, args=(10,)) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(balance)
