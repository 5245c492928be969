"""A program's own hook for errors that nobody catches."""

import sys


def hook(kind, error, traceback):
    print("hook:", kind.__name__, error, traceback.tb_lineno, traceback.tb_next is not None)


def fail():
    raise ValueError("nobody catches this")


print(sys.excepthook is sys.__excepthook__)
sys.excepthook = hook
fail()
