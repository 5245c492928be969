"""With warnings as errors, a coroutine that nobody awaited is told to sys.unraisablehook."""
import sys
import warnings


async def forgotten():
    pass


def hook(unraisable):
    print(type(unraisable.exc_value).__name__, unraisable.exc_value)


sys.unraisablehook = hook
warnings.simplefilter("error")
forgotten()
print("on")
