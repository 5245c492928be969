"""A runner keeps one context for all that it runs; `asyncio.run` has one of its own each time."""

import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


async def set_to(name):
    who.set(name)
    return who.get()


async def ask():
    return who.get()


with asyncio.Runner() as runner:
    print(runner.run(set_to("ada")), runner.run(ask()), who.get())
    other = contextvars.copy_context()
    print(runner.run(set_to("bob"), context=other), other[who], runner.run(ask()))
print(asyncio.run(set_to("eve")), asyncio.run(ask()))
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
try:
    runner.run(ask())
except RuntimeError as error:
    print(error)
