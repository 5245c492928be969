"""Runs Python programs under CPython's own asyncio, on a simulated clock.

    python simulated.py FILE      prints what the program prints, then how it ended, as JSON
    python simulated.py --batch   reads one JSON object a line, {"path": …} or {"source": …},
                                  and answers each with one line {stdout, seconds, error, status}

A program whose first line is `# in real time` or `# over real sockets` runs in a process of its own instead, on
the real clock, with the system's threads and loopback (see real.py): its `seconds` say nothing.

`status` is `finished`, `raised`, `stuck` (it waits for what can never come: asyncio would wait
for ever) or `limit` (it would not end). `error` is {kind, text} of an uncaught error, or null.
"""

import gc
import json
import sys

import clock
import event_loop
import order
import program
import real


def main():
    clock.install()
    order.install()
    event_loop.install()
    # What is loaded now is never searched for garbage again; that is most of a program's cost.
    gc.freeze()
    if sys.argv[1:] == ["--batch"]:
        batch(sys.stdin, sys.stdout)
    else:
        one(sys.argv[1], sys.stdout)


def batch(requests, answers):
    for line in requests:
        request = json.loads(line)
        answer = run(request.get("path", "program.py"), request.get("source"))
        print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)


def one(path, answers):
    result = run(path, None)
    answers.write(result.pop("stdout"))
    print(json.dumps(result, ensure_ascii=False), file=answers)


def run(path, source):
    if source is None:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    if source.startswith(real.MARKS):
        return real.run_beside(source, path)
    return program.run(source, path)


if __name__ == "__main__":
    main()
