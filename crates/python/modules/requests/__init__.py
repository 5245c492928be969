"""The part of `requests` that programs which read pages use. A request blocks the event loop."""

from . import cookies, exceptions, packages, utils
from .api import delete, get, head, options, patch, post, put, request
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    FileModeWarning,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)
from .models import PreparedRequest, Request, Response
from .sessions import Session, session
from .status_codes import codes

__version__ = "2.34.2"


def __getattr__(name):
    if name in ("adapters", "certs", "hooks"):
        raise AttributeError(
            f"requests.{name} is missing: get, post, head, put, patch, delete, Session, codes and the "
            "exceptions are here"
        )
    raise AttributeError(f"module 'requests' has no attribute '{name}'")
