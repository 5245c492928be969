"""`multiprocessing.pool`: pools of threads, and pools of processes that threads stand for.

What a job of a pool of processes gets and gives is pickled on its way; what it changes in the program's
modules is seen by the program.
"""

import collections
import itertools
import os
import pickle
import queue
import threading

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


class TimeoutError(Exception):
    pass


class MaybeEncodingError(Exception):
    """Wraps possible unpickleable errors, so they can be safely sent through the socket."""

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"


class ApplyResult:
    def __init__(self, callback=None, error_callback=None):
        self._event = threading.Event()
        self._callback, self._error_callback = callback, error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success, self._value = success, value
        callback = self._callback if success else self._error_callback
        if callback:
            callback(value)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, chunks, length, callback, error_callback):
        super().__init__(callback, error_callback)
        self._success, self._value = True, [None] * length
        self._left = chunks
        if not chunks:
            self._event.set()

    def _part(self, start, success, value):
        self._left -= 1
        if success and self._success:
            self._value[start:start + len(value)] = value
        elif not success and self._success:
            self._success, self._value = False, value
        if not self._left:
            self._set(self._success, self._value)


class IMapIterator:
    def __init__(self):
        self._condition = threading.Condition(threading.Lock())
        self._items = collections.deque()
        self._late = {}
        self._index = 0
        self._length = None

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._condition:
            if not self._items:
                if self._index == self._length:
                    raise StopIteration from None
                self._condition.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        raise StopIteration from None
                    raise TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, success, value):
        with self._condition:
            self._late[index] = success, value
            while self._index in self._late:
                self._items.append(self._late.pop(self._index))
                self._index += 1
                self._condition.notify()

    def _set_length(self, length):
        with self._condition:
            self._length = length
            if self._index == length:
                self._condition.notify()


class IMapUnorderedIterator(IMapIterator):
    def _set(self, index, success, value):
        with self._condition:
            self._items.append((success, value))
            self._index += 1
            self._condition.notify()


def _star(function):
    return lambda args: function(*args)


class ThreadPool:
    """Class which supports an async version of applying functions to arguments."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        processes = processes or os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._state = RUN
        self._jobs = queue.SimpleQueue()
        self._done = queue.SimpleQueue()
        self._processes, self._initializer, self._initargs = processes, initializer, initargs
        self._pool = [self._started(self._worker) for _ in range(processes)]
        self._results = self._started(self._handle_results)

    @staticmethod
    def _started(target):
        def run():
            target()

        run.__name__ = target.__name__.removeprefix("_") if target.__name__ == "_worker" else target.__name__
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    def _worker(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while (job := self._jobs.get()) is not None:
            answer, function, args, kwargs = job
            try:
                result = True, self._called(function, args, kwargs)
            except Exception as error:
                result = False, error
            self._done.put((answer, result))
            # What the job had lives no longer than it.
            job = answer = function = args = kwargs = result = None

    def _called(self, function, args, kwargs):
        return function(*args, **kwargs)

    def _sent(self, function, args, kwargs):
        return function, args, kwargs

    def _handle_results(self):
        while (done := self._done.get()) is not None:
            answer, result = done
            answer(*result)
            done = answer = result = None

    def _put(self, answer, function, args=(), kwargs={}):
        try:
            job = self._sent(function, args, kwargs)
        except Exception as error:
            self._done.put((answer, (False, error)))
        else:
            self._jobs.put((answer, *job))

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        """Equivalent of `func(*args, **kwds)`."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Asynchronous version of `apply()` method."""
        self._check_running()
        result = ApplyResult(callback, error_callback)
        self._put(result._set, func, args, kwds)
        return result

    def map(self, func, iterable, chunksize=None):
        """Apply `func` to each element in `iterable`, collecting the results in a list that is returned."""
        return self._map(func, iterable, _each, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Asynchronous version of `map()` method."""
        return self._map(func, iterable, _each, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """Like `map()` method but the elements of the `iterable` are unpacked as arguments."""
        return self._map(func, iterable, _each_unpacked, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Asynchronous version of `starmap()` method."""
        return self._map(func, iterable, _each_unpacked, chunksize, callback, error_callback)

    def _map(self, func, iterable, mapper, chunksize, callback=None, error_callback=None):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4)
            chunksize += bool(extra)
        starts = range(0, len(items), chunksize or 1)
        result = MapResult(len(starts), len(items), callback, error_callback)
        for start in starts:
            def answer(success, value, start=start):
                result._part(start, success, value)

            self._put(answer, mapper, (func, items[start:start + chunksize]))
        return result

    def imap(self, func, iterable, chunksize=1):
        """Equivalent of `map()` -- can be MUCH slower than `Pool.map()`."""
        return self._imap(IMapIterator(), func, iterable)

    def imap_unordered(self, func, iterable, chunksize=1):
        """Like `imap()` method but ordering of results is arbitrary."""
        return self._imap(IMapUnorderedIterator(), func, iterable)

    def _imap(self, result, func, iterable):
        self._check_running()
        length = 0
        for index, item in enumerate(iterable):
            def answer(success, value, index=index):
                result._set(index, success, value)

            self._put(answer, func, (item,))
            length = index + 1
        result._set_length(length)
        return result

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            for _ in self._pool:
                self._jobs.put(None)

    def terminate(self):
        self._state = TERMINATE
        while not self._jobs.empty():
            self._jobs.get()
        for _ in self._pool:
            self._jobs.put(None)
        self._done.put(None)

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()
        self._done.put(None)
        self._results.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


def _each(function, items):
    return list(map(function, items))


def _each_unpacked(function, items):
    return list(itertools.starmap(function, items))


class Pool(ThreadPool):
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        super().__init__(processes, initializer, initargs)

    def _sent(self, function, args, kwargs):
        return pickle.dumps((function, args, kwargs)), None, None

    def _called(self, function, args, kwargs):
        function, args, kwargs = pickle.loads(function)
        result = function(*args, **kwargs)
        try:
            return pickle.loads(pickle.dumps(result))
        except Exception as error:
            raise MaybeEncodingError(error, result) from None


for _class in (ThreadPool, Pool, ApplyResult, MapResult, IMapIterator, IMapUnorderedIterator, MaybeEncodingError):
    _class.__module__ = "multiprocessing.pool"
TimeoutError.__module__ = "multiprocessing.context"
