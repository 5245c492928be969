# in real time
"""Threads at the end of the program."""

import threading, time, atexit, sys
atexit.register(print, "atexit")
def late(): time.sleep(0.5); print("late thread"); sys.exit(5)
threading.Thread(target=late).start()
def d():
    try: time.sleep(5)
    finally: print("never seen")
threading.Thread(target=d, daemon=True).start()
print("main ends")
sys.exit(0)
