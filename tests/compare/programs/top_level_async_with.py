import asyncio

lock = asyncio.Lock()
order = []


async def worker(name):
    async with lock:
        order.append(name)
        await asyncio.sleep(1)


async with asyncio.TaskGroup() as group:
    for name in "xyz":
        group.create_task(worker(name))
print(order, asyncio.get_running_loop().time())

try:
    async with asyncio.timeout(1):
        await asyncio.sleep(5)
except TimeoutError as error:
    print("too late", repr(error))

if order:
    async with lock, asyncio.timeout(9):
        print("locked", lock.locked())
