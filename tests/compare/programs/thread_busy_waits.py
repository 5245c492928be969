# in real time
"""Waits that poll: a time limit that has come, the clock in a loop, sleeps without length."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

pool = ThreadPoolExecutor(2)
try:
    for job in as_completed([pool.submit(time.sleep, 0.5)], timeout=0.1):
        print("too early", job)
except TimeoutError as error:
    print(error)
pool.shutdown()

began = time.monotonic()
while time.monotonic() - began < 0.2:
    pass
print("busy for a while")

deadline = time.monotonic() + 0.1
while (left := deadline - time.monotonic()) >= 0:
    time.sleep(min(left, 0.05))
print("past the deadline")

stop = []


def spin():
    while not stop:
        time.sleep(0)
    print("stopped")


thread = threading.Thread(target=spin)
thread.start()
time.sleep(0.2)
stop.append(True)
thread.join()
