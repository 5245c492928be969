"""Answers of `aiohttp`."""

import json as _json
from http.cookies import SimpleCookie

from multidict import CIMultiDictProxy
from yarl import URL

from _web import bodies
from _web.headers import content_type, joined

from .client_exceptions import ClientConnectionError, ClientResponseError, ContentTypeError


class RequestInfo:
    """What was asked."""

    def __init__(self, url, method, headers, real_url=None):
        self.url, self.method, self.headers = url, method, headers
        self.real_url = url if real_url is None else real_url

    def __repr__(self):
        return (
            f"RequestInfo(url={self.url!r}, method={self.method!r}, headers={self.headers!r}, "
            f"real_url={self.real_url!r})"
        )


class ConnectionKey:
    """Where a connection leads."""

    def __init__(self, host, port, is_ssl, ssl=True):
        self.host, self.port, self.is_ssl, self.ssl = host, port, is_ssl, ssl

    def __repr__(self):
        return (
            f"ConnectionKey(host={self.host!r}, port={self.port}, is_ssl={self.is_ssl}, ssl={self.ssl}, proxy=None, "
            "proxy_auth=None, proxy_headers_hash=None, server_hostname=None)"
        )


class StreamReader:
    """A body in parts; all of it is here already."""

    def __init__(self, body):
        self._left = body

    def at_eof(self):
        return not self._left

    async def read(self, n=-1):
        size = len(self._left) if n < 0 else n
        part, self._left = self._left[:size], self._left[size:]
        return part

    async def readany(self):
        return await self.read()

    async def readline(self):
        end = self._left.find(b"\n")
        return await self.read(end + 1 if end >= 0 else -1)

    async def readexactly(self, n):
        return await self.read(n)

    async def iter_chunked(self, n):
        while self._left:
            yield await self.read(n)

    async def iter_any(self):
        while self._left:
            yield await self.read()

    async def iter_chunks(self):
        while self._left:
            yield await self.read(), True

    async def __aiter__(self):
        while self._left:
            yield await self.readline()


class ClientResponse:
    """An answer."""

    version = (1, 1)

    def __init__(self, answer, method, url, request_info, history):
        self.status, self.reason, self._body = answer.status, answer.reason, answer.body
        self.method, self._url, self.request_info, self._history = method, url, request_info, history
        self.headers = joined(answer.headers, CIMultiDictProxy)
        self.cookies = SimpleCookie()
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                self.cookies.load(value)
        self.content = StreamReader(self._body)
        self._released = self._closed = False

    url = real_url = property(lambda self: self._url)
    host = property(lambda self: self._url.host)
    history = property(lambda self: tuple(self._history))
    closed = property(lambda self: self._closed)
    ok = property(lambda self: self.status < 400)
    content_length = property(lambda self: len(self._body))

    @property
    def raw_headers(self):
        return tuple((name.encode(), value.encode()) for name, value in self.headers.items())

    @property
    def content_type(self):
        return content_type(self.headers.get("Content-Type"))[0] or "application/octet-stream"

    @property
    def charset(self):
        return content_type(self.headers.get("Content-Type"))[1]

    def get_encoding(self):
        return (self.charset or "utf-8").lower()

    async def read(self):
        if self._released:
            raise ClientConnectionError("Connection closed")
        return self._body

    async def text(self, encoding=None, errors="strict"):
        body = await self.read()
        try:
            return body.decode(encoding or self.get_encoding(), errors)
        except LookupError:
            return bodies.text(body, "utf-8")

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        body = await self.read()
        if content_type and not _is_expected(self.content_type, content_type):
            kind = self.headers.get("Content-Type", "")
            raise ContentTypeError(
                self.request_info,
                self.history,
                status=self.status,
                message=f"Attempt to decode JSON with unexpected mimetype: {kind}",
                headers=self.headers,
            )
        if not body.strip():
            return None
        return loads(body.decode(encoding or self.get_encoding()))

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(
                self.request_info,
                self.history,
                status=self.status,
                message=self.reason,
                headers=self.headers,
            )

    def release(self):
        self._closed = True

    def close(self):
        self._closed = self._released = True

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.release()

    def __repr__(self):
        return f"<ClientResponse({self._url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"


def _is_expected(found, expected):
    if expected == "application/json":
        return found == expected or found.startswith("application/") and found.endswith("+json")
    return expected in found


def request_info(method, url, headers):
    """Makes what errors say of a request."""
    port = url.explicit_port
    names = CIMultiDictProxy({"Host": f"{url.host}:{port}" if port else url.host})
    names.update(headers)
    return RequestInfo(url, method, names)
