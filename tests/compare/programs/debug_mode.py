"""Debug mode: callbacks and steps that take long, handlers' contexts, and what may not be scheduled."""

import asyncio
import logging
import re
import sys
import time


class Short(logging.Formatter):
    def format(self, record):
        text = re.sub(r"(at|defined at) \S*/", r"\1 ", record.getMessage()).replace("<TimerHandle", "<Timer")
        return f"{record.levelname} {record.name} " + re.sub(r" created at \S+", "", text)


logging.basicConfig(stream=sys.stdout, level=logging.WARNING)
logging.getLogger().handlers[0].setFormatter(Short())


async def blocks():
    time.sleep(0.25)


def callback(number):
    time.sleep(0.15)


async def fails():
    raise ValueError("not seen")


def told(loop, context):
    print(context["message"].split(" at ")[0], sorted(context), repr(context.get("exception")))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(blocks(), name="blocker")
    loop.call_soon(callback, 1)
    await asyncio.sleep(0.3)
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(blocks(), name="quick enough")
    loop.slow_callback_duration = 0.1
    loop.call_later(0.1, callback, 2)
    await asyncio.sleep(0.5)
    for wrong in "text", blocks:
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(str(error).split(" <")[0])
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(re.sub(r" at \S+", "", repr(handle)))
    loop.set_exception_handler(told)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_debug(False)
    await asyncio.create_task(blocks(), name="not watched")
    print("end", loop.get_debug())


asyncio.run(main(), debug=True)
