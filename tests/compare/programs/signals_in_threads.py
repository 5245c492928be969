# in real time
"""Only the main thread sets handlers."""

import asyncio
import signal
import threading


def refused():
    try:
        signal.signal(signal.SIGTERM, print)
    except ValueError as error:
        print(error)


async def of_a_loop():
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print)


def loop_of_its_own():
    try:
        asyncio.run(of_a_loop())
    except RuntimeError as error:
        print(type(error).__name__)


for job in (refused, loop_of_its_own):
    thread = threading.Thread(target=job)
    thread.start()
    thread.join()
print(signal.getsignal(signal.SIGTERM) == signal.SIG_DFL, len(signal.valid_signals()) > 20)
print(signal.SIGSEGV, signal.Signals(15).name, signal.strsignal(11))
