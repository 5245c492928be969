"""Clients: what several requests have in common."""

import asyncio
import contextlib
from urllib.parse import urljoin

from _web import addresses
from _web.exchange import NO_NAME, REFUSED, TIMED_OUT, Failure, send, send_blocking

from ._exceptions import (
    ConnectError,
    ConnectTimeout,
    PoolTimeout,
    ReadTimeout,
    RemoteProtocolError,
    TooManyRedirects,
    UnsupportedProtocol,
)
from ._models import URL, Cookies, Headers, QueryParams, Request, Response

_UNSET = object()


class Timeout:
    """How long a request may take."""

    def __init__(self, timeout=_UNSET, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        if isinstance(timeout, Timeout):
            self.__dict__.update(timeout.__dict__)
            return
        if isinstance(timeout, tuple):
            connect, read, write, pool = (*timeout, None, None, None, None)[:4]
            timeout = None
        given = {"connect": connect, "read": read, "write": write, "pool": pool}
        if timeout is _UNSET and _UNSET in given.values():
            raise ValueError(
                "httpx.Timeout must either include a default, or set all four parameters explicitly."
            )
        for name, value in given.items():
            setattr(self, name, timeout if value is _UNSET else value)

    def as_dict(self):
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __repr__(self):
        if len(set(self.as_dict().values())) == 1:
            return f"Timeout(timeout={self.connect})"
        return f"Timeout({', '.join(f'{key}={value}' for key, value in self.as_dict().items())})"


class Limits:
    """How many connections there are at once."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self):
        shown = ", ".join(f"{key}={value}" for key, value in self.__dict__.items())
        return f"Limits({shown})"


class BasicAuth:
    def __init__(self, username, password):
        self.pair = (username, password)


def _raised(failure, request, is_async):
    """Makes the error of `httpx` for a request without an answer."""
    if failure.code == TIMED_OUT:
        return ReadTimeout("" if is_async else "timed out", request=request)
    if failure.code == REFUSED:
        text = "All connection attempts failed" if is_async else "[Errno 111] Connection refused"
        return ConnectError(text, request=request)
    if failure.code == NO_NAME:
        return ConnectError("[Errno -2] Name or service not known", request=request)
    known = {"connect-timeout": ConnectTimeout, "upstream-broke": RemoteProtocolError}
    return known.get(failure.code, ConnectError)(str(failure), request=request)


class _BaseClient:
    """What both clients have."""

    def __init__(
        self,
        *,
        auth=None,
        params=None,
        headers=None,
        cookies=None,
        timeout=5.0,
        follow_redirects=False,
        limits=None,
        max_redirects=20,
        event_hooks=None,
        base_url="",
        transport=None,
        **_others,
    ):
        if transport is not None:
            raise TypeError("httpx's transports are missing: there is one network here, to which all clients send")
        self._headers = Headers(
            {
                "accept": "*/*",
                "accept-encoding": "gzip, deflate",
                "connection": "keep-alive",
                "user-agent": "python-httpx/0.28.1",
            }
        )
        self._headers.update(Headers(headers))
        self.auth, self.params = auth, QueryParams(params)
        self.cookies = Cookies(cookies)
        self.timeout = Timeout(timeout)
        self.follow_redirects, self.max_redirects = follow_redirects, max_redirects
        self.event_hooks = {"request": [], "response": [], **(event_hooks or {})}
        self.base_url = URL(base_url)
        self.is_closed = False
        limits = limits or Limits(max_connections=100)
        self._places = asyncio.Semaphore(limits.max_connections) if limits.max_connections else None

    @property
    def headers(self):
        return self._headers

    @headers.setter
    def headers(self, headers):
        self._headers = Headers(headers)

    def build_request(self, method, url, *, params=None, headers=None, cookies=None, **kwargs):
        base = str(self.base_url)
        if base and "://" not in str(url):
            url = base.rstrip("/") + "/" + str(url).lstrip("/")
        merged = Headers(self.headers)
        merged.update(Headers(headers))
        jar = Cookies(self.cookies)
        jar.update(cookies or {})
        pairs = [*self.params.multi_items(), *QueryParams(params).multi_items()]
        return Request(method, url, params=pairs or None, headers=merged, cookies=jar, **kwargs)

    def _begin(self, request, auth):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        address, pair = addresses.user_and_password(str(request.url))
        auth = getattr(auth or self.auth, "pair", auth or self.auth) or pair
        if isinstance(auth, tuple):
            from requests.auth import HTTPBasicAuth

            HTTPBasicAuth(*auth)(request)
        request.url = URL(address)
        self._check_scheme(request)

    @staticmethod
    def _check_scheme(request):
        scheme, host = addresses.place_of(str(request.url))[:2]
        if not scheme or not host and scheme in ("http", "https"):
            raise UnsupportedProtocol(
                "Request URL is missing an 'http://' or 'https://' protocol.", request=request
            )
        if scheme not in ("http", "https"):
            raise UnsupportedProtocol(
                f"Request URL has an unsupported protocol '{scheme}://'.", request=request
            )

    def _take(self, answer, request):
        response = Response._of(answer, request)
        self.cookies.take(str(request.url), answer.headers)
        if response.has_redirect_location:
            response.next_request = self._redirected(response)
        return response

    def _redirected(self, response):
        before = response.request
        url = URL(urljoin(str(before.url), response.headers["location"]))
        method, keeps_body = addresses.redirected(before.method, response.status_code)
        headers = Headers(before.headers)
        for name in ("host", "cookie") if keeps_body else ("host", "cookie", "content-length", "content-type"):
            headers.pop(name, None)
        if addresses.origin_of(str(url)) != addresses.origin_of(str(before.url)):
            headers.pop("authorization", None)
        content = before.content if keeps_body else None
        return Request(method, url, headers=headers, cookies=self.cookies, content=content)

    def _follows(self, response, follow_redirects, history):
        """Says whether a redirect is followed."""
        if follow_redirects is None or follow_redirects is _UNSET:
            follow_redirects = self.follow_redirects
        if not (follow_redirects and response.next_request):
            return False
        if len(history) >= self.max_redirects:
            raise TooManyRedirects("Exceeded maximum allowed redirects.", request=response.request)
        return True

    def _limit_of(self, timeout):
        return (self.timeout if timeout is _UNSET else Timeout(timeout)).read


class Client(_BaseClient):
    """A client whose requests block the event loop."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self.is_closed = True

    def request(self, method, url, *, auth=None, follow_redirects=None, timeout=_UNSET, extensions=None, **kwargs):
        request = self.build_request(method, url, **kwargs)
        return self.send(request, auth=auth, follow_redirects=follow_redirects, timeout=timeout)

    def send(self, request, *, stream=False, auth=None, follow_redirects=None, timeout=_UNSET):
        self._begin(request, auth)
        history = []
        for hook in self.event_hooks["request"]:
            hook(request)
        while True:
            try:
                answer = send_blocking(
                    request.method, str(request.url), request.headers.items(), request.content, self._limit_of(timeout)
                )
            except Failure as failure:
                raise _raised(failure, request, False) from None
            response = self._take(answer, request)
            response.history = list(history)
            for hook in self.event_hooks["response"]:
                hook(response)
            if not self._follows(response, follow_redirects, history):
                return response
            history.append(response)
            request = response.next_request
            self._check_scheme(request)

    @contextlib.contextmanager
    def stream(self, method, url, **kwargs):
        yield self.request(method, url, **kwargs)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request("PATCH", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


class AsyncClient(_BaseClient):
    """A client whose requests are awaited."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.aclose()

    async def aclose(self):
        self.is_closed = True

    async def request(
        self, method, url, *, auth=None, follow_redirects=None, timeout=_UNSET, extensions=None, **kwargs
    ):
        request = self.build_request(method, url, **kwargs)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects, timeout=timeout)

    async def send(self, request, *, stream=False, auth=None, follow_redirects=None, timeout=_UNSET):
        self._begin(request, auth)
        history = []
        for hook in self.event_hooks["request"]:
            await hook(request)
        while True:
            answer = await self._sent(request, timeout)
            response = self._take(answer, request)
            response.history = list(history)
            for hook in self.event_hooks["response"]:
                await hook(response)
            if not self._follows(response, follow_redirects, history):
                return response
            history.append(response)
            request = response.next_request
            self._check_scheme(request)

    async def _sent(self, request, timeout):
        """Sends a request once there is a place for it."""
        limits = self.timeout if timeout is _UNSET else Timeout(timeout)
        if self._places is not None:
            try:
                if self._places.locked():
                    await asyncio.wait_for(self._places.acquire(), limits.pool)
                else:
                    await self._places.acquire()
            except TimeoutError:
                raise PoolTimeout("", request=request) from None
        try:
            async with asyncio.timeout(limits.read) if limits.read is not None else contextlib.nullcontext():
                return await send(request.method, str(request.url), request.headers.items(), request.content)
        except TimeoutError:
            raise ReadTimeout("", request=request) from None
        except Failure as failure:
            raise _raised(failure, request, True) from None
        finally:
            if self._places is not None:
                self._places.release()

    @contextlib.asynccontextmanager
    async def stream(self, method, url, **kwargs):
        yield await self.request(method, url, **kwargs)

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request("OPTIONS", url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request("HEAD", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request("PUT", url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request("PATCH", url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request("DELETE", url, **kwargs)
