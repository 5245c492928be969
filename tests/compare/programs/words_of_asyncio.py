"""What asyncio says of what it cannot take."""

import asyncio
import warnings

warnings.simplefilter("ignore")


async def h(n):
    print("h", n)
    return n


async def main():
    things = {
        "list of coroutines": lambda: asyncio.create_task(h),
        "coroutines": lambda: asyncio.wait([h(1)]),
        "text": lambda: asyncio.sleep("1"),
        "shield": lambda: asyncio.shield(3),
        "ensure": lambda: asyncio.ensure_future(3),
        "number": lambda: asyncio.as_completed(3),
        "timeout": lambda: asyncio.timeout("1"),
        "semaphore": lambda: asyncio.Semaphore(-1),
        "queue": lambda: asyncio.Queue("2"),
        "thread": lambda: asyncio.to_thread(3),
        "gather": lambda: asyncio.gather(1),
        "task": lambda: asyncio.wait(asyncio.create_task(asyncio.sleep(0))),
        "condition": lambda: asyncio.Condition(3),
        "group": lambda: asyncio.TaskGroup().create_task(3),
        "one": lambda: asyncio.wait_for(asyncio.sleep(0)),
        "none": lambda: asyncio.sleep(),
        "empty": lambda: asyncio.wait([]),
        "run": lambda: asyncio.run(h(1)),
        "when": lambda: asyncio.wait([asyncio.ensure_future(h(2))], return_when="LAST"),
        "future": lambda: asyncio.Future().result(),
        "twice": lambda: asyncio.Lock().release(),
        "full": lambda: asyncio.Queue(1).get_nowait(),
    }
    for name, thing in things.items():
        try:
            r = thing()
            if hasattr(r, "__await__"):
                r = await r
            elif hasattr(r, "__next__") or hasattr(r, "__aiter__"):
                r = [await x for x in r]
            print(name, "ok", type(r).__name__)
        except BaseException as e:
            print(name, type(e).__name__, str(e).split(" at 0x")[0])


asyncio.run(main())
