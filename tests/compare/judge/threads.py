"""Simulated threads: what `to_thread` and `run_in_executor` run their functions in.

A job that finds a free thread starts at once, and runs in one go, on a clock of its own that only
its own `time.sleep` moves. To the others it looks as if it took that long: its lines appear at the
thread's own moments, and its end is a timer. At the end the thread first takes the next job from
its pool's queue, then finishes the job's future.
"""

from asyncio import events
from collections import deque

from clock import clock, seconds

# CPython's default depends on the machine's processors, with this as its bound.
DEFAULT_SIZE = 32


class Pool:
    """Some threads and the jobs that wait for one."""

    def __init__(self, loop, size):
        self.loop = loop
        self.free = size
        self.busy = 0
        self.waiting = deque()
        # Called when the last job has ended: the event loop waits for that when it shuts down.
        self.when_idle = None

    def submit(self, function):
        """Returns the future of what the function will return."""
        job = Job(self, function)
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
            self.loop.call_soon(self.when_idle)


class Job:
    """One function on its way through a thread."""

    def __init__(self, pool, function):
        self.pool = pool
        self.function = function
        self.future = pool.loop.create_future()
        self.now_ns = 0
        self.line = ""

    def run(self):
        loop = self.pool.loop
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
        self._at_own_moment(self.finish)

    def finish(self):
        self.pool.next()
        if self.future.done():
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
            self.pool.loop.call_at(seconds(self.now_ns), self.console.deliver, text)

    def _at_own_moment(self, callback, *arguments):
        if self.now_ns == clock.loop_ns:
            self.pool.loop.call_soon(callback, *arguments)
        else:
            self.pool.loop.call_at(seconds(self.now_ns), callback, *arguments)
