# in real time
"""A program that logs all it hears, also what the loop says of itself."""

import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(name)s %(funcName)s %(message)s")


async def main():
    logging.info("begins")
    await asyncio.sleep(0.01)
    logging.debug("ends")


asyncio.run(main())
