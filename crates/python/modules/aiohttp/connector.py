"""How many requests there are at once."""

import asyncio
import contextlib


class BaseConnector:
    """Gives each request a place; of these there is a number, in all and for each host."""

    def __init__(self, *, limit=100, limit_per_host=0, **_others):
        self._limit, self._limit_per_host = limit, limit_per_host
        self._places = asyncio.Semaphore(limit) if limit else None
        self._of_host = {}
        self._closed = False

    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    closed = property(lambda self: self._closed)

    @contextlib.asynccontextmanager
    async def place(self, host):
        of_host = None
        if self._limit_per_host:
            of_host = self._of_host.setdefault(host, asyncio.Semaphore(self._limit_per_host))
        async with of_host or contextlib.nullcontext(), self._places or contextlib.nullcontext():
            yield

    async def close(self):
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class TCPConnector(BaseConnector):
    """The connector of a session. Certificates are always checked, whatever `ssl` says."""


class UnixConnector(BaseConnector):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("aiohttp.UnixConnector is missing: there are no sockets here; TCPConnector is here")
