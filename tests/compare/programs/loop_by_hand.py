"""The old way: a loop of one's own, run until something is complete."""

import asyncio


async def work():
    await asyncio.sleep(2)
    return "worked"


loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(work()))
    loop.call_later(1, loop.stop)
    loop.call_soon(print, "running until stopped")
    loop.run_forever()
    print("stopped")
finally:
    loop.close()
print(loop.is_closed())
