"""Runs one module of CPython's own tests of asyncio, each test alone, and prints a line a test.

The lines above this one are put here by whoever runs the suite:

    LIBRARY    the folder of the library that the tests belong to
    SOURCE     the text of the module
    REAL       whether to try the library's own unittest and test.support
    ONLY       the tests to run, or None for all

A line is `ok NAME`, `FAIL NAME: reason` (an assertion did not hold), `ERROR NAME: reason` or
`skip NAME`, and the last is `end`.
"""

import sys


def prepare():
    """Makes importable what the tests import; returns whether unittest is the real thing.

    Python's own unittest and test.support are taken where they can be, each for itself.
    """
    if REAL:
        # Last, so that whoever runs this keeps an asyncio of its own.
        sys.path.append(LIBRARY)
    real = REAL and importable("unittest.mock")
    if not real:
        stand_in("unittest")
    if not (REAL and importable("test.support", "test.test_asyncio.utils")):
        stand_in("test")
    return real


def importable(*names):
    try:
        for name in names:
            __import__(name)
        return True
    except Exception:
        return False


def stand_in(package):
    """Puts our stand-ins in the place of a package."""
    for name in list(sys.modules):
        if name.split(".")[0] == package:
            del sys.modules[name]
    for name, made in modules().items():
        if name.split(".")[0] == package:
            sys.modules[name] = made


def load():
    made = module("tests")
    sys.modules["tests"] = made
    exec(compile(SOURCE, "tests.py", "exec"), made.__dict__)
    return made


def tests(of):
    """Yields the classes' tests: (name, class, method)."""
    for cls in list(of.__dict__.values()):
        if isinstance(cls, type) and hasattr(cls, "assertEqual") and cls.__module__ == "tests":
            for method in dir(cls):
                if method.startswith("test"):
                    yield f"{cls.__name__}.{method}", cls, method


def verdict(cls, method, real):
    try:
        if real:
            return by_unittest(cls(method))
        cls(method).perform()
    except AssertionError as error:
        return "FAIL", error
    except BaseException as error:
        return "ERROR", error
    return "ok", None


def by_unittest(case):
    import unittest

    result = unittest.TestResult()
    errors = []
    # The results keep texts; here the errors themselves are wanted.
    result.addFailure = lambda _, info: errors.append(("FAIL", info[1]))
    result.addError = lambda _, info: errors.append(("ERROR", info[1]))
    result.addSubTest = lambda _, __, info: info and errors.append(("FAIL", info[1]))
    case.run(result)
    if errors:
        return errors[0]
    return ("skip", None) if result.skipped else ("ok", None)


def main():
    real = prepare()
    # In the order of the names, so that a reader of the lines knows which test is the next.
    for name, cls, method in sorted(tests(load()), key=lambda test: test[0]):
        if ONLY is not None and name not in ONLY:
            continue
        word, error = verdict(cls, method, real)
        reason = ""
        if error is not None:
            text = " ".join(str(error).split())[:200]
            reason = f": {type(error).__name__}: {text}"
        print(f"{word} {name}{reason}", flush=True)
    print("end")


main()
