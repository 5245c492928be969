"""The part of `aiohttp` that programs which read pages use: its client."""

from .client import (
    BasicAuth,
    ClientSession,
    ClientTimeout,
    CookieJar,
    FormData,
    request,
)
from .client_exceptions import (
    ClientConnectionError,
    ClientConnectionResetError,
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientError,
    ClientOSError,
    ClientPayloadError,
    ClientProxyConnectionError,
    ClientResponseError,
    ClientSSLError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    InvalidUrlClientError,
    InvalidUrlRedirectClientError,
    NonHttpUrlClientError,
    RedirectClientError,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerTimeoutError,
    SocketTimeoutError,
    TooManyRedirects,
    WSServerHandshakeError,
)
from .client_reqrep import ClientResponse, RequestInfo, StreamReader
from .connector import BaseConnector, TCPConnector, UnixConnector

__version__ = "3.14.5"


def __getattr__(name):
    if name in ("web", "WSMsgType", "WSMessage", "TraceConfig", "MultipartWriter", "DummyCookieJar", "ThreadedResolver"):
        raise AttributeError(
            f"aiohttp.{name} is missing: ClientSession, ClientTimeout, TCPConnector and the client's exceptions are here"
        )
    raise AttributeError(f"module 'aiohttp' has no attribute '{name}'")
