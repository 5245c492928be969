# The clock of the run as a calendar has it: it begins with the year 1970.
import asyncio
import time
from datetime import datetime, timedelta, timezone


async def main():
    begun = datetime.fromtimestamp(time.time(), timezone.utc)
    print(begun.isoformat())
    await asyncio.sleep(90.25)
    moment = datetime.fromtimestamp(time.time(), timezone.utc)
    print(moment.strftime("%H:%M:%S.%f"), moment - begun)
    print(moment - begun > timedelta(minutes=1.5))
    print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time())))


asyncio.run(main())
