"""Sessions of `aiohttp`."""

import asyncio
import base64
import contextlib
import dataclasses
import json as _json
from collections.abc import Coroutine

from yarl import URL, _written

from multidict import CIMultiDict
from _web import addresses, bodies
from _web.cookies import Jar
from _web.exchange import NO_NAME, REFUSED, TIMED_OUT, Failure, gaierror, send

from . import client_exceptions as errors
from .client_reqrep import ClientResponse, ConnectionKey, request_info
from .connector import TCPConnector

_AGENT = "Python/3.13 aiohttp/3.14.5"


@dataclasses.dataclass(frozen=True)
class ClientTimeout:
    """How long a request may take, in seconds."""

    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)


@dataclasses.dataclass(frozen=True)
class BasicAuth:
    """A name and a password."""

    login: str
    password: str = ""
    encoding: str = "latin1"

    def encode(self):
        pair = f"{self.login}:{self.password}".encode(self.encoding)
        return "Basic " + base64.b64encode(pair).decode(self.encoding)


class FormData:
    """Fields of a form."""

    def __init__(self, fields=(), **_others):
        pairs = fields.items() if hasattr(fields, "items") else fields
        self._fields, self._files = [(key, value) for key, value in pairs], []

    def add_field(self, name, value, *, content_type=None, filename=None):
        if filename is not None or isinstance(value, bytes) or hasattr(value, "read"):
            self._files.append((name, (filename or name, value, content_type)))
        else:
            self._fields.append((name, value))


class CookieJar(Jar):
    """Cookies of a session."""

    def __init__(self, *, unsafe=False, **_others):
        super().__init__()

    def update_cookies(self, cookies, response_url=None):
        self.update(cookies)

    def filter_cookies(self, request_url):
        return dict(self.items())

    def __iter__(self):
        return iter(list(self._cookies.values()))

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self]


class _RequestContextManager:
    """A request, which may be awaited, or entered with `async with`."""

    def __init__(self, coroutine):
        self._coroutine, self._response = coroutine, None

    def __await__(self):
        return self._coroutine.__await__()

    def __iter__(self):
        return self.__await__()

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *args):
        return self._coroutine.throw(*args)

    def close(self):
        return self._coroutine.close()

    async def __aenter__(self):
        self._response = await self._coroutine
        return await self._response.__aenter__()

    async def __aexit__(self, *args):
        await self._response.__aexit__(*args)


# A task may be made of it, as of the real one.
Coroutine.register(_RequestContextManager)


def _body_of(data, json, dumps):
    """Returns a body and its type."""
    if json is not None:
        if data is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        return dumps(json).encode(), "application/json"
    if isinstance(data, FormData):
        data, files = data._fields, data._files
        return bodies.encoded(data, None, files)
    if isinstance(data, str):
        return data.encode(), "text/plain; charset=utf-8"
    if isinstance(data, bytes):
        return data, "application/octet-stream"
    return bodies.encoded(data, None, None)


class ClientSession:
    """Settings, cookies and headers of several requests."""

    def __init__(
        self,
        base_url=None,
        *,
        connector=None,
        cookies=None,
        headers=None,
        auth=None,
        json_serialize=_json.dumps,
        raise_for_status=False,
        timeout=None,
        cookie_jar=None,
        connector_owner=True,
        loop=None,
        trust_env=False,
        **_others,
    ):
        self._loop = loop or asyncio.get_running_loop()
        self._base_url = None if base_url is None else URL(base_url)
        self._connector = connector or TCPConnector()
        self._cookie_jar = CookieJar() if cookie_jar is None else cookie_jar
        self._cookie_jar.update(cookies or {})
        self._headers = CIMultiDict(headers or {})
        self._auth, self._dumps, self._raise_for_status = auth, json_serialize, raise_for_status
        self._timeout = DEFAULT_TIMEOUT if timeout is None else _as_timeout(timeout)
        self._closed = False

    closed = property(lambda self: self._closed)
    headers = property(lambda self: self._headers)
    cookie_jar = property(lambda self: self._cookie_jar)
    connector = property(lambda self: self._connector)
    timeout = property(lambda self: self._timeout)
    auth = property(lambda self: self._auth)
    loop = property(lambda self: self._loop)

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request("GET", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request("OPTIONS", url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request("HEAD", url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def ws_connect(self, *args, **kwargs):
        raise NotImplementedError("ClientSession.ws_connect is missing: get, post, put, patch, delete and head are here")

    async def _request(
        self,
        method,
        url,
        *,
        params=None,
        data=None,
        json=None,
        cookies=None,
        headers=None,
        auth=None,
        allow_redirects=True,
        max_redirects=10,
        raise_for_status=None,
        timeout=None,
        **_others,
    ):
        if self._closed:
            raise RuntimeError("Session is closed")
        url = self._address(url, params)
        body, kind = _body_of(data, json, self._dumps)
        names = self._names(headers, auth or self._auth, kind, url)
        limits = self._timeout if timeout is None else _as_timeout(timeout)
        total = asyncio.timeout(limits.total) if limits.total else contextlib.nullcontext()
        async with total:
            response = await self._followed(
                method.upper(), url, names, body, cookies, limits, max_redirects if allow_redirects else None
            )
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response

    def _address(self, url, params):
        if self._base_url is not None and "://" not in str(url):
            url = self._base_url.join(str(url))
        text = str(url)
        scheme, host = addresses.place_of(text)[:2]
        if scheme and scheme not in ("http", "https"):
            raise errors.NonHttpUrlClientError(URL(text))
        if not host:
            raise errors.InvalidUrlClientError(URL(text, encoded=True) if text == "http://" else URL(text))
        return URL(addresses.with_query(str(URL(text)), _written(params)))

    def _names(self, headers, auth, kind, url):
        names = CIMultiDict(self._headers)
        names.update(headers or {})
        for name, value in (("Accept", "*/*"), ("Accept-Encoding", "gzip, deflate"), ("User-Agent", _AGENT)):
            names.setdefault(name, value)
        if kind and "Content-Type" not in names:
            names["Content-Type"] = kind
        if auth is None and url.user:
            auth = BasicAuth(url.user, url.password or "")
        if auth is not None:
            names["Authorization"] = auth.encode()
        return names

    async def _followed(self, method, url, names, body, cookies, limits, redirects):
        history = []
        while True:
            sent = CIMultiDict(names)
            jar = Jar(self._cookie_jar if isinstance(self._cookie_jar, Jar) else None)
            jar.update(cookies or {})
            if cookie := jar.header(str(url)):
                sent["Cookie"] = cookie
            answer = await self._exchanged(method, url, sent, body, limits)
            self._cookie_jar.take(str(url), answer.headers)
            info = request_info(method, url, sent)
            response = ClientResponse(answer, method, url, info, history)
            if redirects is None or answer.status not in (301, 302, 303, 307, 308):
                return response
            location = answer.header("location") or answer.header("uri")
            if location is None:
                return response
            history.append(response)
            if len(history) >= redirects:
                first = history[0].request_info
                raise errors.TooManyRedirects(first, tuple(history))
            before, url = url, url.join(location)
            method, keeps_body = addresses.redirected(method, answer.status)
            if not keeps_body:
                body = b""
                names.pop("Content-Type", None)
            if addresses.origin_of(str(before)) != addresses.origin_of(str(url)):
                names.pop("Authorization", None)

    async def _exchanged(self, method, url, headers, body, limits):
        """Sends a request when there is a place for it."""
        address, _ = addresses.user_and_password(str(url))
        reading = asyncio.timeout(limits.sock_read) if limits.sock_read else contextlib.nullcontext()
        async with self._connector.place(url.host):
            try:
                async with reading:
                    return await send(method, address, list(headers.items()), body)
            except TimeoutError:
                raise errors.SocketTimeoutError("Timeout on reading data from socket") from None
            except Failure as failure:
                raise _raised(failure, url) from None

    async def close(self):
        self._closed = True
        await self._connector.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *args):
        pass


def _as_timeout(timeout):
    return timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)


def _raised(failure, url):
    """Makes the error of `aiohttp` for a request without an answer."""
    key = ConnectionKey(url.host, url.port, url.scheme == "https")
    if failure.code == REFUSED:
        why = ConnectionRefusedError(111, f"Connect call failed ({url.host!r}, {url.port})")
        return errors.ClientConnectorError(key, why)
    if failure.code == NO_NAME:
        return errors.ClientConnectorDNSError(key, gaierror(-2, "Name or service not known"))
    if failure.code == "upstream-broke":
        return errors.ServerDisconnectedError()
    if failure.code in (TIMED_OUT, "deadline"):
        return errors.SocketTimeoutError("Timeout on reading data from socket")
    return errors.ClientConnectionError(str(failure))


@contextlib.asynccontextmanager
async def request(method, url, *, connector=None, **kwargs):
    async with ClientSession(connector=connector) as session:
        async with session.request(method, url, **kwargs) as response:
            yield response
