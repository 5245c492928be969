"""Pools of simulated threads: see asyncio.to_thread."""

from asyncio import CancelledError, InvalidStateError, TimeoutError
from asyncio._threads import ThreadPoolExecutor

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Executor:
    """The class of a pool, for annotations."""


def __getattr__(name):
    if name in ("ProcessPoolExecutor", "Future", "as_completed", "wait"):
        raise AttributeError(
            f"concurrent.futures.{name} is missing: threads are simulated here, and there are no "
            "processes; await loop.run_in_executor(ThreadPoolExecutor(), function) instead"
        )
    raise AttributeError(f"module 'concurrent.futures' has no attribute '{name}'")
