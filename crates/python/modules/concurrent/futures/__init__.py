"""Pools of simulated threads: see asyncio.to_thread."""

from _interleave import ThreadPoolExecutor

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The library's base module is imported when one of its names is asked for.
_OF_BASE = (
    "BrokenExecutor",
    "CancelledError",
    "Executor",
    "Future",
    "InvalidStateError",
    "TimeoutError",
    "as_completed",
    "wait",
)

__all__ = [*_OF_BASE, "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ThreadPoolExecutor"]


def __getattr__(name):
    if name in _OF_BASE:
        import concurrent.futures._base as base

        return getattr(base, name)
    if name in ("ProcessPoolExecutor", "InterpreterPoolExecutor"):
        raise ImportError(
            f"concurrent.futures.{name} is missing: there are no other processes here; "
            "await loop.run_in_executor(ThreadPoolExecutor(), function) instead"
        )
    raise AttributeError(f"module 'concurrent.futures' has no attribute '{name}'")
