"""Signals that a program raises itself."""

import os
import signal

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.SIGTERM), int(signal.SIGINT))
before = signal.signal(signal.SIGTERM, lambda number, frame: print("term", number, frame is not None))
print(before == signal.SIG_DFL)
signal.raise_signal(signal.SIGTERM)
os.kill(os.getpid(), signal.SIGTERM)
signal.signal(signal.SIGTERM, before)
default = signal.signal(signal.SIGINT, lambda *_: print("int"))
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, default)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
print(signal.Signals(15).name, signal.Signals["SIGINT"].value, signal.strsignal(signal.SIGTERM))
try:
    signal.signal(signal.SIGTERM, "no handler")
except TypeError as error:
    print(type(error).__name__)
print("end")
