"""A message whose arguments do not fit is told of on the errors' stream; the program goes on."""
import io
import logging
import sys

errors = sys.stderr = io.StringIO()
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s", level=logging.INFO)
logging.info("%d apples", 3)
logging.info("%d apples", "three")
print("still here")
lines = errors.getvalue().splitlines()
print(lines[0])
print([line for line in lines if line.startswith(("TypeError", "Call stack", "Message", "Arguments"))])
logging.raiseExceptions = False
logging.info("%d apples", "three")
print(len(errors.getvalue().splitlines()) - len(lines))
