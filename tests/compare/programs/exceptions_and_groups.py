"""Exceptions: chains, notes, groups, finally, custom classes, tracebacks as text."""

import asyncio
import sys
import traceback
import warnings


class AppError(Exception):
    def __init__(self, code, message="app"):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


def flow(what):
    try:
        print("try", what)
        if what == "return":
            return "returned"
        if what == "raise":
            raise KeyError("k")
        if what == "app":
            raise AppError(5)
    except (KeyError, IndexError) as error:
        print("except", repr(error))
        return "handled"
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for what in ("none", "return", "raise", "app"):
    try:
        print(flow(what))
    except AppError as error:
        print(error, repr(error), error.args, error.code)
try:
    try:
        int("x")
    except ValueError as error:
        error.add_note("first note")
        error.add_note("second")
        raise RuntimeError("outer") from error
except RuntimeError as error:
    print(repr(error.__cause__), error.__suppress_context__, error.__cause__.__notes__)
    print("".join(traceback.format_exception_only(error.__cause__)))
try:
    try:
        1 / 0
    finally:
        {}["x"]
except KeyError as error:
    print(repr(error.__context__), error.__cause__)
try:
    raise ValueError("hidden context") from None
except ValueError as error:
    print(error.__suppress_context__)
group = ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(group, repr(group), group.message, group.exceptions[0])
print(group.subgroup(ValueError), group.split(lambda e: isinstance(e, TypeError)), group.derive([OSError()]))
try:
    raise group
except* ValueError as some:
    print("values", some.exceptions)
except* (TypeError, KeyError) as others:
    print("others", others.exceptions)
try:
    try:
        raise group
    except* TypeError:
        raise OSError("new")
except ExceptionGroup as rest:
    print(rest, [type(e).__name__ for e in rest.exceptions])
for wrong in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: BaseExceptionGroup("m", [KeyboardInterrupt()])):
    try:
        print(repr(wrong()))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
lines = "".join(traceback.format_exception(group)).splitlines()
print("\n".join(line for line in lines if "File" not in line and "raise" not in line and "^^" not in line))


def deep(n):
    if n == 0:
        raise AppError(1, "deep")
    deep(n - 1)


try:
    deep(2)
except AppError as error:
    frames = traceback.extract_tb(error.__traceback__)
    print([frame.name for frame in frames], sys.exc_info()[0].__name__)
    print(traceback.format_exc().splitlines()[-1], error.__traceback__.tb_lineno > 0)
print(sys.exc_info())


def recurse():
    return recurse()


try:
    recurse()
except RecursionError as error:
    print("recursion", isinstance(error, RuntimeError))
for error in (KeyError("a"), KeyError("a", "b"), OSError(2, "No such", "f"), StopIteration(5), SystemExit(3), UnicodeError("u"), AssertionError(), FileNotFoundError(2, "n"), OSError("plain"), ImportError("i", name="n"), NameError("n"), AttributeError("a")):
    print(repr(error), "|", error, "|", type(error).__mro__[1].__name__)
print(isinstance(OSError(2, "x"), FileNotFoundError), OSError(13, "p").errno, issubclass(ModuleNotFoundError, ImportError), TimeoutError is asyncio.TimeoutError, ConnectionResetError.__bases__[0].__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
    warnings.warn("plain")
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error", UserWarning)
    except UserWarning as error:
        print("raised", error)
async def failing(n):
    await asyncio.sleep(n / 10)
    raise AppError(n)


async def main():
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(failing(1), name="one")
            tasks.create_task(failing(1), name="two")
    except* AppError as group:
        print(group.message, [str(e) for e in group.exceptions])
    results = await asyncio.gather(failing(1), asyncio.sleep(0, "ok"), return_exceptions=True)
    print(results)


asyncio.run(main())
