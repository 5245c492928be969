# in real time
"""A main thread that computes until another thread says that it may stop."""

import threading
import time

done = False


def finish():
    global done
    time.sleep(0.1)
    print("done")
    done = True


threading.Thread(target=finish).start()
while not done:
    pass
print("seen")
