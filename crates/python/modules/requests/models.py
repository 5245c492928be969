"""Requests and their answers."""

import datetime
import json as _json
from urllib.parse import urlsplit, urlunsplit

from _web import addresses, bodies
from _web.headers import content_type, joined

from .auth import HTTPBasicAuth
from .cookies import RequestsCookieJar
from .exceptions import (
    HTTPError,
    InvalidHeader,
    InvalidSchema,
    InvalidURL,
    JSONDecodeError,
    MissingSchema,
)
from .structures import CaseInsensitiveDict

REDIRECTS = (301, 302, 303, 307, 308)


def prepared_url(url, params):
    """Returns an address as it is asked for."""
    url = (url.decode("utf8") if isinstance(url, bytes) else str(url)).lstrip()
    if ":" in url and not url.lower().startswith("http"):
        return url
    parts = urlsplit(url)
    if not parts.scheme:
        raise MissingSchema(
            f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?"
        )
    if not parts.hostname:
        raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
    try:
        host, port = addresses.in_ascii(parts.hostname), parts.port
    except UnicodeError:
        raise InvalidURL("URL has an invalid label.") from None
    except ValueError:
        raise InvalidURL(f"Failed to parse: {url}") from None
    user, at, _ = parts.netloc.rpartition("@")
    place = f"{user}{at}{f'[{host}]' if ':' in host else host}" + (f":{port}" if port is not None else "")
    query = parts.query
    added = params if isinstance(params, str) else bodies.form(params or {})
    if isinstance(params, bytes):
        added = params.decode()
    if added:
        query = f"{query}&{added}" if query else added
    return addresses.quoted(urlunsplit((parts.scheme, place, parts.path or "/", query, parts.fragment)))


def _check_header(name, value):
    for part, place in ((name, 0), (value, 1)):
        if not isinstance(part, (str, bytes)):
            raise InvalidHeader(
                f"Header part ({part!r}) from ({name!r}, {value!r}) must be of type str or bytes, not {type(part)}"
            )


class Request:
    """A request that is not prepared yet."""

    def __init__(
        self,
        method=None,
        url=None,
        headers=None,
        files=None,
        data=None,
        params=None,
        auth=None,
        cookies=None,
        hooks=None,
        json=None,
    ):
        self.method, self.url, self.headers, self.files = method, url, headers or {}, files or []
        self.data, self.params, self.auth, self.cookies = data or [], params or {}, auth, cookies
        self.json, self.hooks = json, hooks or {}

    def __repr__(self):
        return f"<Request [{self.method}]>"

    def prepare(self):
        request = PreparedRequest()
        request.prepare(
            self.method,
            self.url,
            self.headers,
            self.files,
            self.data,
            self.params,
            self.auth,
            self.cookies,
            self.hooks,
            self.json,
        )
        return request


class PreparedRequest:
    """A request as it is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self.body = None
        self.hooks = {"response": []}
        self._cookies = RequestsCookieJar()

    def prepare(
        self,
        method=None,
        url=None,
        headers=None,
        files=None,
        data=None,
        params=None,
        auth=None,
        cookies=None,
        hooks=None,
        json=None,
    ):
        self.method = method and method.upper()
        self.url = prepared_url(url, params)
        self.headers = CaseInsensitiveDict()
        for name, value in (headers or {}).items():
            if value is not None:
                _check_header(name, value)
                self.headers[name] = value if isinstance(value, str) else value.decode("latin-1")
        self._cookies = RequestsCookieJar()
        self._cookies.update(cookies or {})
        if (cookie := self._cookies.header(self.url)) and "Cookie" not in self.headers:
            self.headers["Cookie"] = cookie
        body, kind = bodies.encoded(data or None, json, files)
        self.body = body.decode() if kind == bodies.FORM else body or None
        if isinstance(data, str) and data:
            self.body, kind = data, bodies.FORM
        if body:
            self.headers["Content-Length"] = str(len(body))
            if kind and "Content-Type" not in self.headers:
                self.headers["Content-Type"] = kind
        elif self.method not in ("GET", "HEAD"):
            self.headers["Content-Length"] = "0"
        self.prepare_auth(auth)
        self.prepare_hooks(hooks)

    def prepare_auth(self, auth):
        self.url, pair = addresses.user_and_password(self.url)
        auth = auth or pair
        if isinstance(auth, tuple) and len(auth) == 2:
            auth = HTTPBasicAuth(*auth)
        if auth:
            auth(self)

    def prepare_hooks(self, hooks):
        given = (hooks or {}).get("response", [])
        self.hooks = {"response": [given] if callable(given) else list(given)}

    @property
    def path_url(self):
        return addresses.place_of(self.url)[3]

    def copy(self):
        copied = PreparedRequest()
        copied.__dict__.update(self.__dict__)
        copied.headers = self.headers.copy()
        return copied

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    """An answer."""

    __attrs__ = ["status_code", "url", "headers", "history", "encoding", "reason", "cookies", "elapsed"]

    def __init__(self):
        self.status_code = self.url = self.encoding = self.reason = self.request = self.connection = None
        self._content = b""
        self.headers, self.history, self.cookies = CaseInsensitiveDict(), [], RequestsCookieJar()
        self.elapsed = datetime.timedelta(0)

    @classmethod
    def _of(cls, answer, request):
        made = cls()
        made.request, made.url = request, request.url
        made.status_code, made.reason, made._content = answer.status, answer.reason, answer.body
        made.headers = joined(answer.headers, CaseInsensitiveDict)
        made.encoding = _encoding_of(made.headers)
        made.elapsed = datetime.timedelta(seconds=answer.elapsed_s)
        made.cookies.take(request.url, answer.headers)
        return made

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in REDIRECTS

    @property
    def is_permanent_redirect(self):
        return "location" in self.headers and self.status_code in (301, 308)

    @property
    def apparent_encoding(self):
        return bodies.guessed(self.content)

    @property
    def content(self):
        return self._content

    @property
    def text(self):
        if not self._content:
            return ""
        return bodies.text(self._content, self.encoding or self.apparent_encoding)

    def json(self, **kwargs):
        try:
            return _json.loads(self._content if self.encoding is None else self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from None
        except UnicodeDecodeError:
            return _json.loads(self.text, **kwargs)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        whole = self.text if decode_unicode and self.encoding else self._content
        size = chunk_size or max(len(whole), 1)
        return (whole[at : at + size] for at in range(0, len(whole), size))

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        whole = self.text if decode_unicode and self.encoding else self._content
        return iter(whole.split(delimiter) if delimiter else whole.splitlines())

    @property
    def links(self):
        found = {}
        for part in self.headers.get("link", "").split(","):
            address, *attributes = part.split(";")
            link = {"url": address.strip(" <>'\"")}
            for attribute in attributes:
                key, _, value = attribute.partition("=")
                link[key.strip(" '\"")] = value.strip(" '\"")
            if link["url"]:
                found[link.get("rel") or link["url"]] = link
        return found

    @property
    def next(self):
        return getattr(self, "_next", None)

    def raise_for_status(self):
        if 400 <= self.status_code < 500:
            kind = "Client"
        elif 500 <= self.status_code < 600:
            kind = "Server"
        else:
            return
        message = f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
        raise HTTPError(message, response=self)

    def close(self):
        pass

    def __getattr__(self, name):
        if name == "raw":
            raise AttributeError(
                "Response.raw is missing: content, iter_content and iter_lines give the body here"
            )
        raise AttributeError(f"'Response' object has no attribute '{name}'")


def _encoding_of(headers):
    kind, charset = content_type(headers.get("content-type"))
    if charset or kind is None:
        return charset
    if "text" in kind:
        return "ISO-8859-1"
    return "utf-8" if "application/json" in kind else None


def refuse_scheme(url):
    if not url.lower().startswith(("http://", "https://")):
        raise InvalidSchema(f"No connection adapters were found for {url!r}")
