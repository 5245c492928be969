"""Alarms of `signal`: on the run's clock, which only a sleep or the event loop moves."""

import asyncio
import sys
import time

_sleep = time.sleep
_due = None
_interval = 0.0
_call = None


def set_alarm(seconds, interval, call):
    global _due, _interval, _call
    before = left()
    _due = time.monotonic() + seconds if seconds else None
    _interval, _call = interval, call
    _watch()
    return before


def left():
    return (0.0 if _due is None else max(0.0, _due - time.monotonic()), _interval)


def sleep(seconds, /):
    """Sleeps, with the alarms that come due in between."""
    end = time.monotonic() + seconds
    while _due is not None and _due <= end:
        _sleep(max(0.0, _due - time.monotonic()))
        _fire()
    _sleep(max(0.0, end - time.monotonic()) if seconds >= 0 else seconds)


def _fire():
    global _due
    call = _call
    _due = _due + _interval if _interval else None
    call()


def _watch():
    if time.sleep is not sleep:
        time.sleep = sleep
        main = sys.modules["__main__"].__dict__
        # The program may have imported it by its name.
        main.update({name: sleep for name, it in main.items() if it is _sleep})
    loop = asyncio._get_running_loop()
    if loop is not None and _due is not None:
        loop.call_later(max(0.0, _due - time.monotonic()), _look, loop)


def _look(loop):
    if _due is not None and _due <= time.monotonic():
        _fire()
        _watch()
