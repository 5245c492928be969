"""os._exit: nothing is cleaned up."""

import atexit
import os

atexit.register(print, "never")


class Resource:
    def __del__(self):
        print("never")


resource = Resource()
print("before", flush=True)
try:
    os._exit(3)
except BaseException as error:
    print("never", error)
finally:
    print("never")
