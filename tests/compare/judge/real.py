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


def run_beside(source, path):
    """Runs a program in a process of its own, whose modules nobody has changed."""
    answer = subprocess.run(
        [sys.executable, "-B", __file__, path], input=source, capture_output=True, check=True, encoding="utf-8"
    )
    return json.loads(answer.stdout)


def main():
    answer = program.run(sys.stdin.read(), sys.argv[1])
    print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
