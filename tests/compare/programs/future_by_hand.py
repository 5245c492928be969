"""A future is a promise: one keeps it, others wait."""

import asyncio


async def wait_for_answer(name, answer):
    print(name, "waits")
    print(name, "hears", await answer)


async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    listeners = [asyncio.create_task(wait_for_answer(name, answer)) for name in ("left", "right")]
    loop.call_later(1, answer.set_result, "yes")
    await asyncio.gather(*listeners)
    try:
        answer.set_result("no")
    except asyncio.InvalidStateError as error:
        print("too late:", error)
    print(answer.done(), answer.result(), answer.exception())


asyncio.run(main())
