"""The part of `httpx` that programs which read pages use.

`Client` and the functions block the event loop; `AsyncClient` is awaited.
"""

from ._client import AsyncClient, BasicAuth, Client, Limits, Timeout
from ._exceptions import (
    CloseError,
    ConnectError,
    ConnectTimeout,
    CookieConflict,
    DecodingError,
    HTTPError,
    HTTPStatusError,
    InvalidURL,
    LocalProtocolError,
    NetworkError,
    PoolTimeout,
    ProtocolError,
    ProxyError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    RequestError,
    ResponseNotRead,
    StreamClosed,
    StreamConsumed,
    StreamError,
    TimeoutException,
    TooManyRedirects,
    TransportError,
    UnsupportedProtocol,
    WriteError,
    WriteTimeout,
)
from ._models import URL, Cookies, Headers, QueryParams, Request, Response, codes

__version__ = "0.28.1"

for _kind in (AsyncClient, BasicAuth, Client, Limits, Timeout, URL, Cookies, Headers, QueryParams, Request, Response):
    _kind.__module__ = __name__
codes.__module__ = __name__
del _kind

_OF_CLIENT = ("cookies", "timeout", "follow_redirects", "verify", "trust_env", "proxy", "cert")


def request(method, url, **kwargs):
    settings = {name: kwargs.pop(name) for name in _OF_CLIENT if name in kwargs}
    with Client(**settings) as client:
        return client.request(method, url, **kwargs)


def stream(method, url, **kwargs):
    settings = {name: kwargs.pop(name) for name in _OF_CLIENT if name in kwargs}
    return Client(**settings).stream(method, url, **kwargs)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


def __getattr__(name):
    if name in ("HTTPTransport", "AsyncHTTPTransport", "MockTransport", "ASGITransport", "DigestAuth", "Proxy"):
        raise AttributeError(
            f"httpx.{name} is missing: get, post, Client, AsyncClient, Timeout, Limits and the exceptions are here"
        )
    raise AttributeError(f"module 'httpx' has no attribute '{name}'")
