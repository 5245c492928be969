"""Pools of simulated threads."""

from concurrent.futures._base import BrokenExecutor

from _interleave import ThreadPoolExecutor


class BrokenThreadPool(BrokenExecutor):
    """
    Raised when a worker thread in a ThreadPoolExecutor failed initializing.
    """
