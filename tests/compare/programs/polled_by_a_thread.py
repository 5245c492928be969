# in real time
"""A thread that counts until it is told to stop."""

import threading
import time

stop = threading.Event()
count = 0


def spin():
    global count
    while not stop.is_set():
        count += 1


spinning = threading.Thread(target=spin)
spinning.start()
time.sleep(0.05)
print("tell it")
stop.set()
spinning.join()
print(count > 0, spinning.is_alive())
