"""Doctests, passing and failing."""

import doctest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add("a", "b")
    'ab'
    >>> add(1, "b")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    """
    return a + b


class Stack:
    """
    >>> s = Stack(); s.push(1); s.push(2)
    >>> s.pop()
    2
    >>> s.items  # doctest: +ELLIPSIS
    [...]
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()


def wrong():
    """
    >>> 1 + 1
    3
    >>> print("a\\nb")
    a
    c
    """


runner = doctest.DocTestRunner(verbose=False)
finder = doctest.DocTestFinder()
for thing in (add, Stack, wrong):
    for test in finder.find(thing, globs=globals()):
        out = []
        result = runner.run(test, out=out.append)
        print(thing.__name__, result)
        text = "".join(out)
        print("\n".join(line for line in text.splitlines() if not line.startswith("File ")))
