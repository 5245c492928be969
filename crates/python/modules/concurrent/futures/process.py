"""A pool of processes, simulated by threads: what a job gets and gives is pickled on its way.

What a job changes in the program's own modules is seen by the program, which it is not where processes
have a memory of their own.
"""

import os
import pickle
from concurrent.futures import _base, thread

__all__ = ("BrokenProcessPool", "ProcessPoolExecutor")


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process in a ProcessPoolExecutor terminated abruptly."""


class _WorkerContext(thread.WorkerContext):
    @classmethod
    def prepare(cls, initializer, initargs):
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")

        def create_context():
            return cls(initializer, initargs)

        def resolve_task(fn, args, kwargs):
            try:
                return pickle.dumps((fn, args, kwargs))
            except BaseException as error:
                return error

        return create_context, resolve_task

    def run(self, task):
        if isinstance(task, BaseException):
            raise task
        fn, args, kwargs = pickle.loads(task)
        return pickle.loads(pickle.dumps(fn(*args, **kwargs)))



class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    BROKEN = BrokenProcessPool

    @classmethod
    def prepare_context(cls, initializer, initargs):
        return _WorkerContext.prepare(initializer, initargs)

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        super().__init__(max_workers, "Process", initializer, initargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout, chunksize=chunksize, buffersize=buffersize)
