# in real time
"""The program waits for its threads, but not for daemons."""

import threading, time, atexit
atexit.register(lambda: print("atexit"))
def forever():
    while True: time.sleep(0.1)
def late(): time.sleep(0.3); print("late")
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=late).start()
print("main over")
