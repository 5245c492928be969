"""A promise can be broken, or called off."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    broken, called_off = loop.create_future(), loop.create_future()
    broken.set_exception(ConnectionError("line is dead"))
    called_off.cancel("not needed")
    for future in (broken, called_off):
        try:
            await future
        except (ConnectionError, asyncio.CancelledError) as error:
            print(type(error).__name__, error.args, future.cancelled())
    open_one = loop.create_future()
    try:
        open_one.result()
    except asyncio.InvalidStateError as error:
        print("not yet:", error)


asyncio.run(main())
