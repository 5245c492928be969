# in real time
"""The module sched, on the program's clock."""

import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
start = time.monotonic()


def say(word, **more):
    print(f"{time.monotonic() - start:.1f}", word, more)


scheduler.enter(2, 1, say, ("second",))
scheduler.enter(1, 2, say, ("later of two",))
scheduler.enter(1, 1, say, ("first of two",), {"k": 1})
gone = scheduler.enter(3, 1, say, ("never",))
scheduler.enterabs(start + 4, 1, say, argument=("last",))
scheduler.cancel(gone)
print(len(scheduler.queue), scheduler.empty(), [event.priority for event in scheduler.queue])
scheduler.run()
print(scheduler.empty())
print(scheduler.run(blocking=False))


def again(n):
    say(f"tick {n}")
    if n:
        scheduler.enter(0.5, 1, again, (n - 1,))


scheduler.enter(0, 1, again, (2,))
scheduler.run()
