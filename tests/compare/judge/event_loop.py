"""asyncio's own event loop on the simulated clock.

Its ready queue, its ticks and its heap of timers are CPython's. New are only the clock, the order
of equal deadlines, and that it never waits for real: when nothing is ready, time jumps to the
first deadline.
"""

import asyncio
import heapq
import itertools
import math
import selectors
import weakref
from asyncio import events

from clock import clock, seconds
from ending import bounds
from order import InOrderWeakly, birth
from threads import DEFAULT_SIZE, Pool, beside


class Timer(asyncio.TimerHandle):
    """A timer whose deadline is whole nanoseconds; of equal deadlines the older comes first."""

    __slots__ = ("deadline", "of_thread")

    def __init__(self, when, sequence, callback, args, loop, context, of_thread=False):
        ns = math.inf if when == math.inf else round(when * 1e9)
        super().__init__(seconds(ns), callback, args, loop, context)
        self.deadline = (ns, sequence)
        self.of_thread = of_thread

    def __lt__(self, other):
        return self.deadline < other.deadline


class ThreadHandle(asyncio.Handle):
    """What happens in a thread now."""

    __slots__ = ()


class Selector(selectors.BaseSelector):
    """Watches nothing; where a real one would wait, it moves the clock."""

    def attach(self, loop):
        self.loop = weakref.ref(loop)

    def select(self, timeout=None):
        self.loop()._advance()
        return []

    def register(self, fileobj, events, data=None):
        raise NotImplementedError("files and sockets are no part of the simulation")

    unregister = register

    def get_map(self):
        return {}


class EventLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        selector = Selector()
        super().__init__(selector)
        selector.attach(self)
        self._asyncgens = InOrderWeakly()
        self._sequence = itertools.count()
        beside.use(self)

    def time(self):
        return seconds(clock.now_ns())

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        return self._set(Timer(when, next(self._sequence), callback, args, self, context))

    def _set(self, timer):
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_for_thread(self, now_ns, callback, *args):
        """Calls what happens in a thread, at its moment, though this loop may be closed by then."""
        if now_ns > clock.loop_ns:
            when, sequence = seconds(now_ns), next(self._sequence)
            self._set(Timer(when, sequence, callback, args, self, None, of_thread=True))
        else:
            self._ready.append(ThreadHandle(callback, args, self, None))

    def take_from_threads(self):
        """Takes out what will happen in threads."""
        ready = [handle for handle in self._ready if isinstance(handle, ThreadHandle)]
        timers = sorted(timer for timer in self._scheduled if timer.of_thread)
        taken = [(clock.loop_ns, handle._callback, handle._args) for handle in ready]
        taken += [(timer.deadline[0], timer._callback, timer._args) for timer in timers]
        for handle in [*ready, *timers]:
            handle.cancel()
        return taken

    def close(self):
        if not self.is_closed():
            beside.keep(self.take_from_threads())
        super().close()

    def _advance(self):
        """Stands in for the wait of a tick: moves the clock when there is nothing else to do."""
        bounds.tick()
        if self._ready or self._stopping:
            return
        first = self._scheduled[0].deadline[0] if self._scheduled else math.inf
        if first == math.inf:
            bounds.end("stuck")
        clock.move_to(first)
        # Timers count as due up to this much ahead: less than a nanosecond, but never so little
        # that a late clock, whose floating-point steps are coarser, would swallow it.
        self._clock_resolution = max(5e-10, math.ulp(self.time()))

    def create_task(self, coro, *, name=None, **options):
        # The accelerated tasks count for the whole process; a program starts at Task-1.
        if name is None:
            name = f"Task-{next(task_numbers)}"
        task = super().create_task(coro, name=name, **options)
        birth(task)
        return task

    def create_future(self):
        future = super().create_future()
        birth(future)
        return future

    def call_soon_threadsafe(self, callback, *args, context=None):
        if clock.job is not None and clock.job.now_ns > clock.loop_ns:
            return self.call_at(self.time(), callback, *args, context=context)
        return super().call_soon_threadsafe(callback, *args, context=context)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            self._check_default_executor()
            executor = self._default_executor
        if executor not in self._pools:
            size = DEFAULT_SIZE if executor is None else executor._max_workers
            self._pools[executor] = Pool(size)
        return self._pools[executor].submit(self, lambda: func(*args))

    @property
    def _pools(self):
        return beside.pools

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        pool = self._pools.get(self._default_executor)
        if pool is not None and pool.busy:
            idle = self.create_future()
            pool.when_idle = lambda: idle.done() or idle.set_result(None)
            await idle

    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass


task_numbers = itertools.count(1)


def reset():
    """Makes the next program's first task Task-1, and its event loop a new one."""
    global task_numbers
    task_numbers = itertools.count(1)
    events._event_loop_policy = None


def install():
    """Makes every event loop that a program asks for a simulated one."""
    policy = getattr(events, "_get_event_loop_policy", None) or events.get_event_loop_policy
    type(policy())._loop_factory = EventLoop
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop
