"""Runs a program under CPython's own event loop and clock, with the system's sockets and threads.

    python real.py FILE < SOURCE

Such a program opens connections within itself, or has threads that wait for each other, and what it prints
does not depend on how long that takes.
"""

import json
import subprocess
import sys

import program

MARKS = ("# in real time\n", "# over real sockets\n")

# Before the last words of a process: how its program ended.
_ENDED = "\0ended "


def run_beside(source, path):
    """Runs a program in a process of its own, whose modules nobody has changed, to the end of its threads."""
    answer = subprocess.run(
        [sys.executable, "-B", __file__, path], input=source, capture_output=True, encoding="utf-8", timeout=60
    )
    *_, ended = answer.stderr.split(_ENDED)
    report = json.loads(ended.split("\n")[0])
    return {
        "stdout": answer.stdout,
        "seconds": 0.0,
        "error": report,
        "status": "finished" if report is None else "raised",
    }


def main():
    source, path = sys.stdin.read(), sys.argv[1]
    sys.argv = [path]
    error = program.outcome(source, path)
    print(_ENDED + json.dumps(program.report(error), ensure_ascii=False), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
