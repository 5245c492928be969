# in real time
"""A service that a signal stops, and that cleans up."""

import asyncio
import signal


async def worker(name):
    try:
        while True:
            print(name, "works")
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print(name, "cleans up")
        await asyncio.sleep(0.01)
        raise


async def shutdown(number, loop):
    print("received", number.name)
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in sorted(tasks, key=lambda task: task.get_name()):
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(sorted(type(result).__name__ for result in results))
    loop.stop()


def main():
    loop = asyncio.new_event_loop()
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(
            number, lambda number=number: asyncio.ensure_future(shutdown(number, loop), loop=loop)
        )
    try:
        loop.create_task(worker("a"), name="a")
        loop.create_task(worker("b"), name="b")
        loop.call_later(0.15, signal.raise_signal, signal.SIGTERM)
        loop.run_forever()
    finally:
        loop.close()
        print("closed", loop.is_closed())


main()
