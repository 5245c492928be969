"""The old form of throw() is deprecated, also for what awaits a future."""
import asyncio
import warnings


async def main():
    waiting = asyncio.get_running_loop().create_future().__await__()
    next(waiting)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            waiting.throw(ValueError, ValueError("thrown"), None)
        except ValueError as error:
            print("got", error)
    print([str(warning.message) for warning in caught], caught[0].category.__name__)


asyncio.run(main())
