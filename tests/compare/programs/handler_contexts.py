"""What the loop tells a program's exception handler: the message, the error, and whose it is."""

import asyncio
import gc


def handle(loop, context):
    future = context.get("future") or context.get("task")
    shown = future.get_name() if isinstance(future, asyncio.Task) else type(future).__name__
    print(sorted(context), repr(context.get("exception")), shown)
    print(context["message"].split(" at ")[0])


async def bad(error):
    raise error


def fails(number):
    raise KeyError(number)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handle)
    print(loop.get_exception_handler() is handle)
    asyncio.create_task(bad(ValueError("x")), name="bad one")
    loop.call_soon(fails, 1)
    loop.call_later(0.1, fails, 2)
    task = asyncio.create_task(asyncio.sleep(0.2))
    task.add_done_callback(lambda task: fails("in a callback"))
    await asyncio.sleep(0.5)
    forgotten = loop.create_future()
    forgotten.set_exception(OSError("forgotten"))
    del forgotten
    gc.collect()
    loop.call_exception_handler({"message": "by hand"})
    print("end")


asyncio.run(main())
