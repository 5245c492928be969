# in real time
"""What a scheduler gets later for the same delay comes later, whatever its priority."""

import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.2, 1, print, ("two tenths",))
scheduler.enter(0.1, 2, print, ("first",))
scheduler.enter(0.1, 1, print, ("second, though more urgent",))
cancelled = scheduler.enter(0.1, 1, print, ("never",))
scheduler.cancel(cancelled)
at = time.monotonic() + 0.3
scheduler.enterabs(at, 5, print, ("not urgent",))
scheduler.enterabs(at, 1, print, ("urgent",))
print(len(scheduler.queue), [event.priority for event in scheduler.queue])
scheduler.run()
print(scheduler.empty())
