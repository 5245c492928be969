"""Tasks and timeouts of a program's own, and a factory that makes the tasks."""

import asyncio


class Watched(asyncio.Task):
    def cancel(self, msg=None):
        print("asked to stop:", self.get_name(), msg)
        return super().cancel(msg)


class Deadline(asyncio.Timeout):
    def reschedule(self, when):
        print("rescheduled", when is not None)
        super().reschedule(when)

    async def __aexit__(self, kind, error, traceback):
        print("leaves with", kind and kind.__name__, self.expired())
        return await super().__aexit__(kind, error, traceback)


class Group(asyncio.TaskGroup):
    def create_task(self, coroutine, *, name=None, context=None):
        task = super().create_task(coroutine, name=name and f"group-{name}", context=context)
        task.add_done_callback(lambda task: print("done:", task.get_name()))
        return task


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("stops")
        raise
    return seconds


def factory(loop, coroutine, **options):
    return Watched(coroutine, loop=loop, **options)


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            await Watched(work(2), name="own")
    except TimeoutError:
        print("too late")
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(3), name="made")
    print(type(task).__name__, isinstance(task, asyncio.Task), loop.get_task_factory() is factory)
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("too late again")
    loop.set_task_factory(None)
    try:
        async with Deadline(loop.time() + 1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("late")
    async with Group() as group:
        group.create_task(work(0.5), name="half")
        group.create_task(work(0.25))
    await asyncio.sleep(0)


asyncio.run(main())
