"""Classes of a program's own, whose methods asyncio itself calls."""

import asyncio


class LoudLock(asyncio.Lock):
    async def acquire(self):
        print("lock: acquire")
        return await super().acquire()

    def release(self):
        print("lock: release")
        super().release()


class LoudSemaphore(asyncio.Semaphore):
    async def acquire(self):
        print("semaphore: acquire", self._value)
        return await super().acquire()

    def release(self):
        print("semaphore: release", self._value)
        super().release()


class LoudCondition(asyncio.Condition):
    async def wait(self):
        print("condition: wait")
        return await super().wait()

    def notify(self, n=1):
        print("condition: notify", n)
        super().notify(n)


class LoudEvent(asyncio.Event):
    def is_set(self):
        print("event: is_set")
        return super().is_set()


async def use_condition(condition, ready):
    async with condition:
        await condition.wait_for(lambda: ready)
        print("ready", ready)


async def main():
    async with LoudLock() as nothing:
        print("inside", nothing)
    semaphore = LoudSemaphore(1)
    async with semaphore:
        print("locked", semaphore.locked())
    condition, ready = LoudCondition(), []
    waiting = asyncio.create_task(use_condition(condition, ready))
    await asyncio.sleep(0)
    ready.append(1)
    async with condition:
        condition.notify_all()
    await waiting
    event = LoudEvent()
    event.set()
    print(await event.wait())


asyncio.run(main())
