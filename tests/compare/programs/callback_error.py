"""An error in a callback is logged; the program goes on."""

import asyncio


def explode(task):
    print("callback runs")
    raise ZeroDivisionError("in the callback")


async def main():
    task = asyncio.create_task(asyncio.sleep(1, "fine"))
    task.add_done_callback(explode)
    print(await task)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", repr(context["exception"])))
    loop.call_soon(explode, None)
    await asyncio.sleep(0)
    print("still here")


asyncio.run(main())
