"""Context managers of contextlib, plain and asynchronous."""

import asyncio
import contextlib
import io
import os


@contextlib.contextmanager
def tag(name, swallow=False):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("saw", error)
        if not swallow:
            raise
    finally:
        print(">", name)


with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("s", swallow=True):
    raise ValueError("gone")
try:
    with tag("r"):
        raise ValueError("kept")
except ValueError as error:
    print("out", error)


@tag("deco")
def decorated():
    print("inside")


decorated()
decorated()
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("captured")
print(repr(out.getvalue()))


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()) as thing, contextlib.nullcontext(5) as five:
    print(type(thing).__name__, five)
with contextlib.ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", sep="!")
    stack.push(lambda *details: print("details", details[0]))
    kept = stack.pop_all()
print("after")
kept.close()


class Both(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind and kind.__name__, error)
        return kind is ZeroDivisionError


with Both():
    1 / 0


@Both()
def f():
    return 3


print(f())
for wrong in ("no yield", "two"):
    @contextlib.contextmanager
    def broken():
        if wrong == "two":
            yield 1
            yield 2
        return
        yield

    try:
        with broken():
            pass
    except RuntimeError as error:
        print(error)


@contextlib.asynccontextmanager
async def connection(n):
    print("connect", n)
    await asyncio.sleep(0.1)
    try:
        yield n
    finally:
        await asyncio.sleep(0.1)
        print("disconnect", n)


async def main():
    async with connection(1) as one, connection(2) as two:
        print(one + two)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(connection(3))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.enter_context(tag("sync"))
    async with contextlib.aclosing(gen()) as items:
        async for item in items:
            print(item)
            break
    try:
        async with connection(4):
            raise KeyError("k")
    except KeyError as error:
        print("KeyError", error)


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")


asyncio.run(main())
print(isinstance(Both(), contextlib.AbstractContextManager), os.path.isabs("/"))
