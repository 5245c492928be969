"""The bar of progress over what is awaited."""

from asyncio import as_completed as _as_completed
from asyncio import gather as _gather


def install(bar, bar_of_range):
    """Makes the class of this module of the plain one, which imports this module."""

    class tqdm_asyncio(bar):
        """Counts what is awaited."""

        @classmethod
        def as_completed(cls, fs, *, loop=None, timeout=None, total=None, **kwargs):
            fs = list(fs)
            yield from cls(_as_completed(fs, timeout=timeout), total=total or len(fs), **kwargs)

        @classmethod
        async def gather(cls, *fs, loop=None, timeout=None, total=None, **kwargs):
            with cls(total=total or len(fs), **kwargs) as shown:

                async def counted(awaitable):
                    result = await awaitable
                    shown.update()
                    return result

                return await _gather(*map(counted, fs))

    globals().update(tqdm=tqdm_asyncio, tqdm_asyncio=tqdm_asyncio, trange=bar_of_range, tarange=bar_of_range)
