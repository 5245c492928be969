"""The simulated clock: whole nanoseconds since the program began.

Computing costs no time. The event loop moves the clock to the next deadline when nothing is
ready, and `time.sleep` moves it without letting anyone else run. While a job runs in a simulated
thread (see threads.py) the clock that counts is that thread's own.
"""

import time


class Clock:
    def __init__(self):
        self.reset()

    def reset(self):
        self.loop_ns = 0
        # The job that runs in a thread just now; none while the event loop's thread has control.
        self.job = None

    def now_ns(self):
        return self.loop_ns if self.job is None else self.job.now_ns

    def move_to(self, moment_ns):
        if self.job is None:
            self.loop_ns = max(self.loop_ns, moment_ns)
        else:
            self.job.now_ns = max(self.job.now_ns, moment_ns)

    def sleep(self, seconds):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.move_to(self.now_ns() + round(seconds * 1e9))


clock = Clock()


def seconds(moment_ns):
    return moment_ns / 1e9


def install():
    """Puts the functions of the module `time` on the simulated clock."""
    time.sleep = clock.sleep
    for name in ("time", "monotonic", "perf_counter"):
        setattr(time, name, lambda: seconds(clock.now_ns()))
        setattr(time, name + "_ns", clock.now_ns)
