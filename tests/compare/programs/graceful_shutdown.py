"""Stop taking work, finish what has begun, then go."""

import asyncio


async def server(stop):
    jobs = []
    number = 0
    while not stop.is_set():
        number += 1
        jobs.append(asyncio.create_task(job(number)))
        try:
            await asyncio.wait_for(stop.wait(), timeout=1)
        except TimeoutError:
            continue
    print("stops taking jobs,", sum(not job.done() for job in jobs), "to finish")
    print(await asyncio.gather(*jobs))


async def job(number):
    await asyncio.sleep(2.5)
    print("job", number, "finished")
    return number


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(3.5, stop.set)
    await server(stop)


asyncio.run(main())
