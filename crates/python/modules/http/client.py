"""Answers as `urllib.request` gives them. Connections of a program's own are not here."""

from http import HTTPStatus
from urllib.response import addinfourl

from _web.headers import content_type

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status.value: status.phrase for status in HTTPStatus}


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class IncompleteRead(HTTPException):
    pass


class BadStatusLine(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class HTTPMessage:
    """Headers of an answer."""

    def __init__(self, pairs=()):
        self._pairs = list(pairs)

    def get_all(self, name, failobj=None):
        found = [value for key, value in self._pairs if key.lower() == name.lower()]
        return found or failobj

    def get(self, name, failobj=None):
        found = self.get_all(name)
        return found[0] if found else failobj

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get_all(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [key for key, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def get_content_type(self):
        return content_type(self.get("content-type"))[0] or "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().partition("/")[0]

    def get_content_charset(self, failobj=None):
        charset = content_type(self.get("content-type"))[1]
        return charset.lower() if charset else failobj

    def get_param(self, param, failobj=None):
        return self.get_content_charset(failobj) if param == "charset" else failobj

    def as_string(self):
        return "".join(f"{key}: {value}\n" for key, value in self._pairs) + "\n"

    __str__ = as_string


class HTTPResponse(addinfourl):
    """An answer."""

    version = 11

    def __init__(self, body, headers, url, status, reason):
        super().__init__(body, headers, url, status)
        self.msg = self.reason = reason
        self.length = len(body)

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()


def __getattr__(name):
    if name in ("HTTPConnection", "HTTPSConnection"):
        raise AttributeError(f"http.client.{name} is missing: urllib.request.urlopen fetches pages here")
    raise AttributeError(f"module 'http.client' has no attribute '{name}'")
