"""Runs modules of CPython's own tests, each test alone, and prints a line a test.

The lines above this one are put here by whoever runs the suite:

    MODULES    the modules, like `test.test_asyncio.test_locks`, of which the first part of the names is COMMON
    COMMON     what all names of tests begin with, which is left out
    ONLY       the tests to run, or None for all
    IS_JUDGE   whether this is the Python to which the tests belong

A line is `ok NAME`, `FAIL NAME: reason` (an assertion did not hold), `ERROR NAME: reason` or
`skip NAME`, and the last is `end`.
"""

import collections
import contextlib
import importlib
import os
import sys
import unittest


def prepare():
    """Lets the tests' own helpers be imported where there are no files and no sockets of the system's."""
    import asyncio
    import selectors
    import socket

    from asyncio import _network

    # The helpers' loop has a selector of its own, which needs no sockets.
    selectors.BaseSelector = type("BaseSelector", (), {})
    selectors.SelectorKey = collections.namedtuple("SelectorKey", "fileobj fd events data")
    selectors.EVENT_READ, selectors.EVENT_WRITE = 1, 2
    if any(name.endswith("test_selector_events") for name in MODULES):
        # The build takes CPython's module under another name.
        from asyncio import _connections

        sys.modules["asyncio.selector_events"] = asyncio.selector_events = _connections
    # Mocks have what the class of sockets has.
    socket.socket = _network.socket
    # 3.13's helpers ask the policy for a watcher of processes, and live with a refusal; 3.14's policies have none.
    def get_child_watcher(policy):
        raise NotImplementedError

    asyncio.events._BaseDefaultEventLoopPolicy.get_child_watcher = get_child_watcher
    # The library's modules are frozen in, so that there are no others to take a fresh one from.
    import_helper = importlib.import_module("test.support.import_helper")
    import_helper.frozen_modules = lambda enabled: contextlib.nullcontext()
    # Which tests need sockets with paths, or modes of files, is found by making one.
    importlib.import_module("test.support.os_helper")._can_chmod = False
    importlib.import_module("test.support.socket_helper")._bind_nix_socket_error = OSError()
    # They look for certificates, and keep their paths.
    is_file = os.path.isfile
    os.path.isfile = lambda path: True
    try:
        importlib.import_module("test.test_asyncio.utils")
    finally:
        os.path.isfile = is_file


class Result(unittest.TestResult):
    """Keeps the errors themselves, where unittest's own keeps texts."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.is_skipped = False

    def addFailure(self, test, info):
        self.found.append(("FAIL", info[1]))

    def addError(self, test, info):
        self.found.append(("ERROR", info[1]))

    def addSubTest(self, test, subtest, info):
        if info is not None:
            kind = "FAIL" if issubclass(info[0], test.failureException) else "ERROR"
            self.found.append((kind, info[1]))

    def addSkip(self, test, reason):
        self.is_skipped = True

    def addUnexpectedSuccess(self, test):
        self.found.append(("FAIL", "it passed, which was not expected"))


def tests():
    """Yields the tests with their names."""
    for name in MODULES:
        module = importlib.import_module(name)
        for member in list(vars(module).values()):
            if isinstance(member, type) and issubclass(member, unittest.TestCase) and member.__module__ == name:
                for case in unittest.defaultTestLoader.loadTestsFromTestCase(member):
                    method = case._testMethodName
                    yield f"{name}.{member.__name__}.{method}".removeprefix(COMMON), case


def verdict(case):
    result = Result()
    try:
        # A suite of one, so that what its class and module prepare is prepared.
        unittest.TestSuite([case]).run(result)
    except BaseException as error:
        return "ERROR", error
    if result.found:
        return result.found[0]
    return ("skip" if result.is_skipped else "ok"), None


def main():
    if not IS_JUDGE:
        prepare()
    out = sys.stdout
    # In the order of the names, so that a reader of the lines knows which test is the next.
    for name, case in sorted(tests(), key=lambda test: test[0]):
        if ONLY is not None and name not in ONLY:
            continue
        word, error = verdict(case)
        sys.stdout = out
        reason = ""
        if error is not None:
            text = " ".join(str(error).split())[:300]
            reason = f": {type(error).__name__}: {text}"
        print(f"{word} {name}{reason}", file=out, flush=True)
    print("end", file=out)


if __name__ == "__main__":
    main()
