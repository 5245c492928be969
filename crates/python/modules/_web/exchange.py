"""One request and its answer, over the run's own network: replayed on the simulated clock, real with --live.

An exchange follows no redirect: each library does so by rules of its own.
"""

import time

import _fetch
from http import HTTPStatus

_TITLES = {"etag": "ETag", "www-authenticate": "WWW-Authenticate", "te": "TE", "dnt": "DNT"}
_OWN_AGENTS = ("python-requests/", "python-httpx/", "Python/", "Python-urllib/")

#: What stands for no answer where a library has no error of its own for it.
TIMED_OUT, NO_NAME, REFUSED = "timeout", "dns-failed", "connect-failed"


class Failure(Exception):
    """There is no answer. `code` says why, for programs."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class gaierror(OSError):
    """A name without an address: the error of the module `socket`, which is not here."""


class Answer:
    """An answer of a site."""

    def __init__(self, status, url, headers, body, elapsed_s):
        self.status, self.url, self.headers, self.body = status, url, headers, body
        self.elapsed_s = elapsed_s
        self.reason = phrase(status)

    def header(self, name):
        """Returns a header's value; None if it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def phrase(status):
    """Returns the words for a status, as 404's `Not Found`."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def title(name):
    """Writes a header's name as sites write it: the network does not tell capitals."""
    name = name.lower()
    return _TITLES.get(name) or "-".join(word.capitalize() for word in name.split("-"))


def _arguments(method, url, headers, body):
    sent = [
        text
        for name, value in headers
        # A site is told what asks: Interleave, unless the program has a name of its own.
        if not (name.lower() == "user-agent" and value.startswith(_OWN_AGENTS))
        for text in (name, value)
    ]
    return method.upper(), url.partition("#")[0], sent, body or b""


def _answer(result, asked, began):
    if result[0] is None:
        raise Failure(result[1], result[2])
    status, _url, headers, body = result
    names = [(title(name), value) for name, value in headers]
    return Answer(status, asked, names, body, time.perf_counter() - began)


async def send(method, url, headers=(), body=b""):
    """Sends a request, and waits for the answer; other tasks run meanwhile."""
    began = time.perf_counter()
    return _answer(await _fetch.send(*_arguments(method, url, headers, body)), url, began)


def send_blocking(method, url, headers=(), body=b"", limit_s=None):
    """Sends a request, and blocks the event loop until the answer is there."""
    began = time.perf_counter()
    limit_s = None if limit_s is None else float(limit_s)
    result = _fetch.send_blocking(*_arguments(method, url, headers, body), limit_s)
    return _answer(result, url, began)
