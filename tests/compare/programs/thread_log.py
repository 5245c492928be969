# in real time
"""Lines of a log name their thread."""

import logging, sys, threading, time
logging.basicConfig(stream=sys.stdout, format="%(threadName)s %(levelname)s %(message)s", level=logging.INFO)
def f(): logging.info("start"); time.sleep(0.6); logging.warning("end")
ts = [threading.Thread(target=f, name=f"T{i}") for i in range(2)]
for t in ts: t.start(); time.sleep(0.3)
for t in ts: t.join()
print([t.name for t in threading.enumerate()])
