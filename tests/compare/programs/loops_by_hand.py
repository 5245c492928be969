"""Loops that a program makes, runs and closes itself, one after the other and by turns."""

import asyncio


async def say(name, seconds=0):
    await asyncio.sleep(seconds)
    print(name)
    return name


async def stands():
    loop = asyncio.get_running_loop()
    print(asyncio.current_task(loop=loop) is asyncio.current_task(), loop.is_running())


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
print(first is second, first.is_closed(), first.is_running())
print(second.run_until_complete(say("second first", 1)))
left = first.create_task(say("left for later", 2))
print(len(asyncio.all_tasks(first)), len(asyncio.all_tasks(second)))
print(first.run_until_complete(asyncio.ensure_future(say("first", 1), loop=first)))
first.call_soon(print, "soon in the first")
second.run_until_complete(stands())
print(first.run_until_complete(asyncio.gather(left, first.create_task(say("beside it")))))
stopped = second.create_future()
second.call_later(0.5, lambda: stopped.set_result("stopped") or second.stop())
second.run_forever()
print(stopped.result())
try:
    first.run_until_complete(second.create_future())
except ValueError as error:
    print(error)
for loop in (first, second):
    loop.close()
for call in (lambda: first.call_soon(print), lambda: first.run_forever(), lambda: first.call_later(1, print)):
    try:
        call()
    except RuntimeError as error:
        print(error)
never = say("never")
try:
    first.run_until_complete(never)
except RuntimeError as error:
    print(error)
never.close()
