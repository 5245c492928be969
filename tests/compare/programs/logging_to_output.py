# What tasks log, each line with its level and where it comes from.
import asyncio
import logging
import sys

logging.basicConfig(
    stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s"
)
log = logging.getLogger("shop")


async def serve(customer, seconds):
    log.info("%s comes in", customer)
    log.debug("nobody sees this")
    await asyncio.sleep(seconds)
    if customer == "Ben":
        log.warning("%s pays too little", customer)
    log.info("%s leaves after %.1f s", customer, seconds)


async def main():
    await asyncio.gather(serve("Ada", 2), serve("Ben", 1.5))
    try:
        {}["till"]
    except KeyError as error:
        log.error("there is no %s", error)


asyncio.run(main())
