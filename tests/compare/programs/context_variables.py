"""Each task has its own value of a context variable."""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def handle(name):
    user.set(name)
    await asyncio.sleep(1)
    return await page()


async def page():
    await asyncio.sleep(0)
    return f"hello {user.get()}"


async def main():
    print(await asyncio.gather(handle("Ann"), handle("Bob")))
    print(user.get())
    token = user.set("root")
    print(await asyncio.to_thread(user.get))
    user.reset(token)
    context = contextvars.copy_context()
    context.run(user.set, "guest")
    print(user.get(), context[user])


asyncio.run(main())
