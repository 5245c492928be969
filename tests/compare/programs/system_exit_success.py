"""Leaving with success is no error."""

import asyncio
import sys


async def main():
    await asyncio.sleep(1)
    print("leaves")
    sys.exit()


asyncio.run(main())
print("not printed")
