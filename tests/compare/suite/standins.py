"""Stand-ins for what CPython's tests import besides asyncio: the little of it that they use.

Where the real modules can be imported, suite.py takes those; a machine that runs Python without
its whole library gets these.
"""

import asyncio
import re
import types


class Checked:
    """The block of assertRaises: it must end with an error of these kinds."""

    def __init__(self, kinds, pattern=None):
        self.kinds, self.pattern = kinds, pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is None:
            raise AssertionError(f"{self.kinds} not raised")
        if not isinstance(error, self.kinds):
            return False
        if self.pattern is not None and not re.search(self.pattern, str(error)):
            raise AssertionError(f"{self.pattern!r} does not match {str(error)!r}")
        self.exception = error
        return True


class Quietly:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


def relation(says, holds):
    def check(self, one, other, msg=None):
        if not holds(one, other):
            raise AssertionError(f"{one!r} {says} {other!r}" + (f": {msg}" if msg else ""))

    return check


class IsolatedAsyncioTestCase:
    def __init__(self, name="runTest"):
        self.name = name
        self.cleanups = []

    def setUp(self):
        pass

    tearDown = setUp

    async def asyncSetUp(self):
        pass

    asyncTearDown = asyncSetUp

    def addCleanup(self, function, *arguments, **options):
        self.cleanups.append((function, arguments, options))

    def subTest(self, *_, **__):
        return Quietly()

    def perform(self):
        """Runs the test; an error of it is raised. A plain method runs beside the event loop."""
        with asyncio.Runner() as runner:
            runner.get_loop()
            self.setUp()
            runner.run(self.asyncSetUp())
            try:
                result = getattr(self, self.name)()
                if result is not None:
                    runner.run(result)
            finally:
                runner.run(self.asyncTearDown())
                self.tearDown()
                while self.cleanups:
                    function, arguments, options = self.cleanups.pop()
                    function(*arguments, **options)

    def assertTrue(self, value, msg=None):
        if not value:
            raise AssertionError(f"{value!r} is not true")

    def assertFalse(self, value, msg=None):
        if value:
            raise AssertionError(f"{value!r} is not false")

    def assertIsNone(self, value, msg=None):
        if value is not None:
            raise AssertionError(f"{value!r} is not None")

    def assertIsNotNone(self, value, msg=None):
        if value is None:
            raise AssertionError("unexpectedly None")

    def assertRaises(self, kinds, function=None, *arguments, **options):
        return self.assertRaisesRegex(kinds, None, function, *arguments, **options)

    def assertRaisesRegex(self, kinds, pattern, function=None, *arguments, **options):
        checked = Checked(kinds, pattern)
        if function is None:
            return checked
        with checked:
            function(*arguments, **options)

    assertEqual = relation("!=", lambda one, other: one == other)
    assertListEqual = assertEqual
    assertNotEqual = relation("==", lambda one, other: one != other)
    assertIs = relation("is not", lambda one, other: one is other)
    assertIsNot = relation("is", lambda one, other: one is not other)
    assertIn = relation("not in", lambda one, other: one in other)
    assertNotIn = relation("in", lambda one, other: one not in other)
    assertIsInstance = relation("is no", lambda one, other: isinstance(one, other))
    assertLess = relation("not <", lambda one, other: one < other)
    assertLessEqual = relation("not <=", lambda one, other: one <= other)
    assertGreater = relation("not >", lambda one, other: one > other)
    assertGreaterEqual = relation("not >=", lambda one, other: one >= other)
    assertRegex = relation("does not match", lambda text, pattern: re.search(pattern, text))
    assertAlmostEqual = relation("!=", lambda one, other: round(one - other, 7) == 0)


class Mock:
    """Has whatever one asks of it, and can be called."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        value = Mock()
        setattr(self, name, value)
        return value

    def __call__(self, *_, **__):
        return Mock()


async def await_without_task(coro):
    """Drives a coroutine from a callback, where there is no current task."""
    raised = []

    def drive():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            raised.append(error)

    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if raised:
        raise raised[0]


def module(name, **contents):
    made = types.ModuleType(name)
    made.__dict__.update(contents)
    return made


def modules():
    """Returns the stand-ins by the names under which the tests import them."""
    mock = module("unittest.mock", Mock=Mock, MagicMock=Mock)
    unittest = module(
        "unittest", mock=mock, IsolatedAsyncioTestCase=IsolatedAsyncioTestCase, __path__=[]
    )
    support = module("test.support", LONG_TIMEOUT=300.0, SHORT_TIMEOUT=30.0)
    utils = module("test.test_asyncio.utils", await_without_task=await_without_task)
    tests = module("test.test_asyncio", utils=utils, __path__=[])
    test = module("test", support=support, test_asyncio=tests, __path__=[])
    return {one.__name__: one for one in (unittest, mock, test, support, tests, utils)}
