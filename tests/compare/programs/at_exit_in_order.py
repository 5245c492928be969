"""What is registered with atexit is called last first."""

import atexit

atexit.register(print, "registered first")


@atexit.register
def second():
    print("registered second")


atexit.register(lambda n, k: print("third", n, k), 1, k=2)
atexit.register(second)
atexit.unregister(second)
print("end of the module")
# Called here, so that it is seen; nothing is left for the end.
atexit._run_exitfuncs()
print("called")
atexit._run_exitfuncs()
