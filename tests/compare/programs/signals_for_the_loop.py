# in real time
"""Signals that a program raises, and the loop's handlers for them."""

import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def asked(name):
        print("got", name)
        stop.set()

    for name in ("SIGINT", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, name), asked, name)
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    stop.clear()
    signal.raise_signal(signal.SIGINT)
    print("raised, and not yet heard", stop.is_set())
    await stop.wait()
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
    for wrong in ("x", 0, 1000, signal.SIGKILL):
        try:
            loop.add_signal_handler(wrong, print)
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    try:
        loop.add_signal_handler(signal.SIGTERM, main)
    except TypeError as error:
        print(error)


asyncio.run(main())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
