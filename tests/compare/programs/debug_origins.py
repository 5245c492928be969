"""Where coroutines were made: tracked in debug mode, and told with the warning that one was never awaited."""

import asyncio
import sys
import warnings


def show(message, category, *_):
    first, *rest = str(message).split("\n")
    frames = [line.split("/")[-1] for line in rest if line.startswith("  File")]
    print(category.__name__, first, rest[:1], len(frames) >= 3, [frame.split(", ", 1)[1] for frame in frames[-2:]])


warnings.showwarning = show
warnings.simplefilter("always")


async def work():
    pass


def make():
    work()


async def main():
    make()
    print(sys.get_coroutine_origin_tracking_depth() > 0)


asyncio.run(main(), debug=True)
asyncio.run(main())
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
coroutine = work()
print([(line, name) for _, line, name in coroutine.cr_origin])
coroutine.close()
sys.set_coroutine_origin_tracking_depth(0)
print(work().close())
