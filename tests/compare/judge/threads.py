"""Simulated threads: what `to_thread` and `run_in_executor` run their functions in.

A job that finds a free thread starts at once, and runs in one go, on a clock of its own that only
its own `time.sleep` moves. To the others it looks as if it took that long: its lines appear at the
thread's own moments, and its end is a timer. At the end the thread first takes the next job from
its pool's queue, then finishes the job's future.

A loop that closes waits for the threads of its default executor alone. Others go on: beside the
next loop, and after the program's last line until they are done, as the interpreter joins them.
"""

import heapq
import itertools
from asyncio import events
from collections import deque

from clock import clock

# CPython's default depends on the machine's processors, with this as its bound.
DEFAULT_SIZE = 32


class Beside:
    """What happens in threads: timers of the running loop, kept here while there is none."""

    def reset(self):
        self.loop = None
        self.pools = {}
        self.kept = []
        self.sequence = itertools.count()

    def use(self, loop):
        """Gives the timers to a loop that begins."""
        self.loop = loop
        kept, self.kept = self.kept, []
        for now_ns, _, callback, arguments in sorted(kept):
            loop.call_for_thread(now_ns, callback, *arguments)

    def keep(self, timers):
        """Takes the timers of a loop that closes."""
        self.loop = None
        for now_ns, callback, arguments in timers:
            self.at(now_ns, callback, *arguments)

    def at(self, now_ns, callback, *arguments):
        if self.loop is not None:
            self.loop.call_for_thread(now_ns, callback, *arguments)
        else:
            heapq.heappush(self.kept, (now_ns, next(self.sequence), callback, arguments))

    def join(self):
        """Waits for all threads, at the end of the program."""
        if self.loop is not None:
            self.keep(self.loop.take_from_threads())
        while self.kept:
            now_ns, _, callback, arguments = heapq.heappop(self.kept)
            clock.move_to(now_ns)
            callback(*arguments)


beside = Beside()


class Pool:
    """Some threads and the jobs that wait for one."""

    def __init__(self, size):
        self.free = size
        self.busy = 0
        self.waiting = deque()
        # Called when the last job has ended: the event loop waits for that when it shuts down.
        self.when_idle = None

    def submit(self, loop, function):
        """Returns the future of what the function will return."""
        job = Job(self, loop, function)
        if self.free:
            self.free -= 1
            self.busy += 1
            job.run()
        else:
            self.waiting.append(job)
        return job.future

    def next(self):
        while self.waiting:
            job = self.waiting.popleft()
            # Cancelled while it waited for a thread: it never runs.
            if not job.future.cancelled():
                job.run()
                return
        self.free += 1
        self.busy -= 1
        if not self.busy and self.when_idle is not None:
            beside.loop.call_soon(self.when_idle)


class Job:
    """One function on its way through a thread."""

    def __init__(self, pool, loop, function):
        self.pool = pool
        self.function = function
        self.future = loop.create_future()
        self.now_ns = 0
        self.line = ""

    def run(self):
        loop = events._get_running_loop()
        self.now_ns = clock.now_ns()
        outside, clock.job = clock.job, self
        # In a thread there is no running loop, and so no current task.
        events._set_running_loop(None)
        self.result = self.error = None
        try:
            self.result = self.function()
        except BaseException as error:
            self.error = error
        finally:
            events._set_running_loop(loop)
            clock.job = outside
        if self.line:
            self._deliver(self.line)
        beside.at(self.now_ns, self.finish)

    def finish(self):
        self.pool.next()
        # As `_call_set_state`: no future hears of it after the loop was closed.
        if self.future.done() or self.future.get_loop().is_closed():
            return
        if self.error is None:
            self.future.set_result(self.result)
        elif isinstance(self.error, StopIteration):
            # As a future may not raise it, asyncio's own copying of a result does this too.
            self.future.set_exception(RuntimeError("StopIteration interacts badly"))
        else:
            self.future.set_exception(self.error)

    def write(self, text, console):
        """Prints on behalf of the function: a line appears at the moment at which it is complete."""
        self.console = console
        *lines, self.line = (self.line + text).split("\n")
        for line in lines:
            self._deliver(line + "\n")

    def _deliver(self, text):
        if self.now_ns == clock.loop_ns:
            self.console.deliver(text)
        else:
            beside.at(self.now_ns, self.console.deliver, text)
