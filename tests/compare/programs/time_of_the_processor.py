# in real time
"""Sleeping costs no time of the processor."""

import threading
import time
import sys

for clock in (time.process_time, time.thread_time):
    began = clock()
    time.sleep(0.1)
    print(clock.__name__, clock() - began < 0.05)
began = time.process_time()
while time.process_time() - began < 0.02:
    pass
print("computed")
print(threading.get_ident() in sys._current_frames(), f"{time.process_time_ns() >= 0}")
