"""No task passes the barrier before all have come."""

import asyncio


async def hiker(name, hours, meeting):
    await asyncio.sleep(hours)
    print(name, "arrives as number", meeting.n_waiting + 1)
    place = await meeting.wait()
    print(name, "goes on with place", place)


async def main():
    meeting = asyncio.Barrier(3)
    hikers = {"Ida": 2, "Jan": 1, "Kai": 3}
    await asyncio.gather(*[hiker(*pair, meeting) for pair in hikers.items()])
    late = asyncio.create_task(hiker("Lou", 1, meeting))
    await asyncio.sleep(2)
    await meeting.abort()
    try:
        await late
    except asyncio.BrokenBarrierError as error:
        print("broken:", error, meeting.broken)


asyncio.run(main())
