"""What was handled when an error was raised: with blocks, timeouts and groups that it went through."""

import asyncio
import contextlib


class Plain:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return False


def told(label, error):
    chain = []
    while error is not None:
        chain.append(repr(error))
        error = error.__context__
    print(label, " <- ".join(chain))


@contextlib.contextmanager
def opened():
    try:
        yield
    finally:
        print("closes")


async def later(label):
    """Nothing is handled any more."""
    try:
        raise ValueError("later")
    except ValueError as error:
        told(label, error)


async def left_by_error():
    try:
        async with Plain():
            raise KeyError("left")
    except KeyError as error:
        told("async with", error)
    try:
        with opened():
            with opened():
                raise KeyError("left")
    except KeyError as error:
        told("with", error)
    try:
        raise
    except RuntimeError as error:
        told("nothing to raise", error)
    await later("after with")


async def timed_out():
    lock = asyncio.Lock()
    try:
        async with asyncio.timeout(0.1), lock:
            await asyncio.sleep(1)
    except TimeoutError as error:
        told("timeout", error)
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            finally:
                raise OSError("in clean-up")
    except OSError as error:
        told("instead", error)
    try:
        await asyncio.wait_for(failing(), 0.1)
    except OSError as error:
        told("wait_for", error)
    await later("after timeouts")


async def failing():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise OSError("failing")


async def moved_too_late():
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                pass
            limit.reschedule(limit.when() + 1)
    except RuntimeError as error:
        told("moved", error)


async def grouped():
    try:
        async with asyncio.timeout(0.1):
            async with asyncio.TaskGroup() as group:
                group.create_task(failing())
                await asyncio.sleep(1)
    except* OSError as errors:
        told("group", errors)
        told("member", errors.exceptions[0])
    await later("after group")


async def main():
    await left_by_error()
    await timed_out()
    await moved_too_late()
    await grouped()
    await later("at the end")


asyncio.run(main())
