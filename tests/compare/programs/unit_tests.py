"""Unit tests: fixtures, assertions, subtests, skips, mocks, a text runner."""

import asyncio
import io
import unittest
from unittest import mock


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def withdraw(self, n):
        if n > self.balance:
            raise ValueError(f"only {self.balance}")
        self.balance -= n
        return self.balance


class Accounts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")

    def setUp(self):
        self.account = Account(10)
        self.addCleanup(print, "cleaned", self._testMethodName)

    def test_withdraw(self):
        self.assertEqual(self.account.withdraw(3), 7)
        self.assertIsNone(None)
        self.assertIn(1, [1])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIsInstance(self.account, Account)
        self.assertGreater(2, 1)
        self.assertCountEqual([1, 2], [2, 1])
        self.assertRegex("abc", "b")

    def test_too_much(self):
        with self.assertRaises(ValueError) as caught:
            self.account.withdraw(11)
        self.assertIn("only", str(caught.exception))
        with self.assertRaisesRegex(ValueError, "only 10"):
            self.account.withdraw(12)

    def test_fails(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], "lists")

    def test_dicts(self):
        self.assertEqual({"a": 1}, {"a": 2})

    def test_text(self):
        self.assertEqual("one\ntwo\n", "one\ntoo\n")

    def test_error(self):
        raise KeyError("k")

    @unittest.skip("not now")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    def test_subtests(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)


class Asynchronous(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = await asyncio.sleep(0.1, 5)

    async def test_value(self):
        self.assertEqual(self.value, 5)

    async def test_mock(self):
        fetch = mock.AsyncMock(return_value={"a": 1})
        self.assertEqual(await fetch("u", x=2), {"a": 1})
        fetch.assert_awaited_once_with("u", x=2)


def names(items):
    return [(case.id().rsplit(".", 1)[-1], text.strip().splitlines()[-1]) for case, text in items]


suite = unittest.TestSuite()
for case in (Accounts, Asynchronous):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print(result.testsRun, names(result.failures), names(result.errors), [reason for _, reason in result.skipped], result.wasSuccessful())
for line in stream.getvalue().splitlines():
    if not line.startswith(("  File", "Ran ", "    ")) and "^^" not in line and "~~" not in line:
        print(line.replace("__main__.", ""))
thing = mock.Mock(spec=["go"], name="thing")
thing.go.side_effect = [1, ValueError("no")]
print(thing.go(1), thing.go.call_args, thing.go.call_count, thing.go.called)
for wrong in (lambda: thing.go(2), lambda: thing.stop, lambda: thing.go.assert_called_once()):
    try:
        wrong()
    except (ValueError, AttributeError, AssertionError) as error:
        print(type(error).__name__, str(error).splitlines()[0])
print(thing.mock_calls, mock.call(1, a=2), mock.ANY == 3, mock.sentinel.x)
with mock.patch.object(Account, "withdraw", return_value=99) as patched:
    print(Account().withdraw(1), patched.called)
with mock.patch.dict("os.environ", {"K": "v"}):
    import os

    print(os.environ["K"])
with mock.patch("builtins.input", return_value="typed"):
    print(input("?"))
magic = mock.MagicMock()
magic.__len__.return_value = 3
print(len(magic), magic[1] is not None, str(mock.Mock(return_value=1)())[:4])
