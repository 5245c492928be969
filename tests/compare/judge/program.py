"""One run of one program, as if the interpreter had just been started for it."""

import ast
import asyncio
import contextvars
import gc
import inspect
import io
import logging
import signal
import sys
import types
import warnings

import event_loop
from clock import clock, seconds
from console import Console
from ending import Ended, bounds
from threads import beside

# A module that awaits at its top level is a coroutine, as for `python -m asyncio`; another is as ever.
TOP_LEVEL_AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

# Seconds of real time, for a program that computes for ever without returning to its event loop.
PATIENCE_S = 60


def run(source, filename):
    """Returns what the program printed, when it ended on its own clock, and how."""
    console = Console()
    clock.reset()
    event_loop.reset()
    beside.reset()
    bounds.reset(console)
    outside = sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.modules["__main__"]
    sys.stdout, sys.stderr, sys.stdin = console, io.StringIO(), io.StringIO()
    sys.argv = [filename]
    gc.disable()
    signal.signal(signal.SIGALRM, lambda *_: bounds.end("limit"))
    signal.alarm(PATIENCE_S)
    try:
        error = contextvars.Context().run(outcome, source, filename)
        if bounds.verdict is None:
            beside.join()
        result = _result(console, error)
    finally:
        signal.alarm(0)
        console.freeze()
        error = None
        sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.modules["__main__"] = outside
        logging.root.handlers.clear()
        # A logger of another program would be the parent of one here.
        logging.root.manager.loggerDict.clear()
        _collect()
    return result


def outcome(source, filename):
    """Runs the program and returns the error it ended with, if any."""
    module = types.ModuleType("__main__")
    module.__file__ = filename
    sys.modules["__main__"] = module
    try:
        with warnings.catch_warnings():
            code = compile(source, filename, "exec", TOP_LEVEL_AWAIT, dont_inherit=True)
            main = eval(code, module.__dict__)
            if code.co_flags & inspect.CO_COROUTINE:
                asyncio.run(main)
    except BaseException as error:
        return error
    return None


def _result(console, error):
    told = None if bounds.verdict is not None else report(error)
    return {
        "stdout": console.text(),
        "seconds": seconds(clock.loop_ns),
        "error": told,
        "status": bounds.verdict or ("finished" if told is None else "raised"),
    }


def report(error):
    """Returns the error with which a program ended, if it is one."""
    if isinstance(error, SystemExit):
        if error.code in (None, 0):
            return None
        return {"kind": "SystemExit", "text": str(error.code)}
    return None if error is None else {"kind": _kind(type(error)), "text": _text(error)}


def _kind(error):
    """Returns the name of an error's class as a traceback's last line has it."""
    if error.__module__ in ("builtins", "__main__"):
        return error.__qualname__
    return f"{error.__module__}.{error.__qualname__}"


def _text(error):
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def _collect():
    """Frees what the program left, so that nothing of it speaks up in the next one."""
    noise, sys.stderr = sys.stderr, io.StringIO()
    quiet, sys.stdout = sys.stdout, io.StringIO()
    try:
        gc.collect()
    finally:
        sys.stderr, sys.stdout = noise, quiet
