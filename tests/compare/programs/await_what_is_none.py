# To await what a plain function returned is an error, after the function has run.
import asyncio
import time


async def main():
    print("before")
    await time.sleep(0.5)
    print("never")


asyncio.run(main())
