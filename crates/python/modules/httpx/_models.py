"""Addresses, headers, requests and answers of `httpx`."""

import datetime
import enum
import json as _json
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from _web import addresses, bodies
from _web.cookies import Jar
from _web.headers import Headers as _Headers
from _web.headers import content_type

from ._exceptions import HTTPStatusError

codes = enum.IntEnum("codes", {status.name: status.value for status in HTTPStatus})


class QueryParams(dict):
    """The fields of a query."""

    def __init__(self, given=None, **kwargs):
        if isinstance(given, str):
            given = parse_qsl(given.lstrip("?"), keep_blank_values=True)
        pairs = list(given.items() if hasattr(given, "items") else given or ()) + list(kwargs.items())
        self._pairs = [
            (str(key), _written(value))
            for key, values in pairs
            for value in (values if isinstance(values, (list, tuple)) else [values])
        ]
        super().__init__(reversed(self._pairs))

    def multi_items(self):
        return list(self._pairs)

    def get_list(self, key):
        return [value for name, value in self._pairs if name == key]

    def __str__(self):
        return urlencode(self._pairs)

    def __repr__(self):
        return f"QueryParams({str(self)!r})"


def _written(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


class URL:
    """An address."""

    def __init__(self, url="", **kwargs):
        self._text = addresses.quoted(str(url))
        if kwargs.get("params"):
            self._text = str(self.copy_merge_params(kwargs["params"]))

    @property
    def _parts(self):
        return urlsplit(self._text)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname or "")
    port = property(lambda self: self._parts.port)
    path = property(lambda self: self._parts.path or "/")
    query = property(lambda self: self._parts.query.encode())
    fragment = property(lambda self: self._parts.fragment)
    params = property(lambda self: QueryParams(self._parts.query))

    @property
    def raw_path(self):
        return addresses.place_of(self._text)[3].encode()

    def join(self, url):
        return URL(urljoin(self._text, str(url)))

    def copy_merge_params(self, params):
        pairs = QueryParams([*self.params.multi_items(), *QueryParams(params).multi_items()])
        return URL(urlunsplit(self._parts._replace(query=str(pairs))))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return isinstance(other, (URL, str)) and self._text == str(other)

    def __hash__(self):
        return hash(self._text)


class Headers(_Headers):
    """Headers by name."""

    def __init__(self, headers=None, encoding=None):
        super().__init__()
        for name, value in headers.items() if hasattr(headers, "items") else headers or ():
            self[name] = f"{self[name]}, {value}" if name in self and not hasattr(headers, "items") else value

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def get_list(self, key, split_commas=False):
        value = self.get(key)
        return [] if value is None else [it.strip() for it in value.split(",")] if split_commas else [value]

    def multi_items(self):
        return list(self.items())

    def __repr__(self):
        return f"Headers({dict(self.items())!r})"


class Cookies(Jar):
    """Cookies by name."""

    def __repr__(self):
        shown = ", ".join(f"<Cookie {it.name}={it.value} for {it.domain} />" for it in self._cookies.values())
        return f"<Cookies[{shown}]>"


class Request:
    """A request."""

    def __init__(
        self, method, url, *, params=None, headers=None, cookies=None, content=None, data=None, files=None, json=None
    ):
        self.method = method.upper()
        self.url = URL(url)
        if params is not None:
            self.url = self.url.copy_merge_params(params) if params else self.url
        separators = (",", ":")
        self.content, kind = bodies.encoded(content if data is None else data, json, files, separators)
        parts = urlsplit(str(self.url))
        self.headers = Headers({"host": parts.netloc})
        self.headers.update(Headers(headers))
        if kind and "content-type" not in self.headers:
            self.headers["content-type"] = kind
        if self.content or self.method in ("POST", "PUT", "PATCH"):
            self.headers["content-length"] = str(len(self.content))
        jar = Cookies()
        jar.update(cookies or {})
        if (cookie := jar.header(str(self.url))) and "cookie" not in self.headers:
            self.headers["cookie"] = cookie

    def read(self):
        return self.content

    def __repr__(self):
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class Response:
    """An answer."""

    def __init__(
        self, status_code, *, headers=None, content=None, text=None, json=None, request=None, history=None, **_others
    ):
        self.status_code, self.headers = status_code, Headers(headers)
        if text is not None:
            content = text.encode()
        elif json is not None:
            content = _json.dumps(json, separators=(",", ":")).encode()
            self.headers.setdefault("content-type", "application/json")
        self.content = content.encode() if isinstance(content, str) else content or b""
        self._request, self.history = request, history or []
        self.next_request = None
        self.cookies, self._elapsed_s = Cookies(), None
        self.is_closed = self.is_stream_consumed = True
        self._encoding = None
        self.default_encoding = "utf-8"
        self.http_version = "HTTP/1.1"

    @classmethod
    def _of(cls, answer, request):
        made = cls(answer.status, headers=answer.headers, content=answer.body, request=request)
        made.cookies.take(str(request.url), answer.headers)
        made._elapsed_s = answer.elapsed_s
        return made

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The request instance has not been set on this response.")
        return self._request

    url = property(lambda self: self.request.url)

    @property
    def elapsed(self):
        return datetime.timedelta(seconds=self._elapsed_s or 0)

    @property
    def reason_phrase(self):
        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    @property
    def charset_encoding(self):
        return content_type(self.headers.get("content-type"))[1]

    @property
    def encoding(self):
        return self._encoding or self.charset_encoding or self.default_encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    @property
    def text(self):
        return bodies.text(self.content, self.encoding)

    def json(self, **kwargs):
        return _json.loads(self.content, **kwargs)

    is_informational = property(lambda self: 100 <= self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)

    @property
    def has_redirect_location(self):
        return self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers

    def raise_for_status(self):
        request = self._request
        if request is None:
            raise RuntimeError(
                "Cannot call `raise_for_status` as the request instance has not been set on this response."
            )
        if self.is_success:
            return self
        kinds = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        kind = kinds.get(self.status_code // 100, "Invalid status code")
        status = f"{self.status_code} {self.reason_phrase}"
        lines = [f"{kind} '{status}' for url '{self.url}'"]
        if self.has_redirect_location:
            lines.append(f"Redirect location: '{self.headers['location']}'")
        lines.append(
            "For more information check: "
            f"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
        )
        raise HTTPStatusError("\n".join(lines), request=request, response=self)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def iter_bytes(self, chunk_size=None):
        size = chunk_size or max(len(self.content), 1)
        return (self.content[at : at + size] for at in range(0, len(self.content), size))

    iter_raw = iter_bytes

    def iter_text(self, chunk_size=None):
        size = chunk_size or max(len(self.text), 1)
        return (self.text[at : at + size] for at in range(0, len(self.text), size))

    def iter_lines(self):
        return iter(self.text.splitlines())

    async def aiter_bytes(self, chunk_size=None):
        for chunk in self.iter_bytes(chunk_size):
            yield chunk

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        for chunk in self.iter_text(chunk_size):
            yield chunk

    async def aiter_lines(self):
        for line in self.iter_lines():
            yield line

    def close(self):
        pass

    async def aclose(self):
        pass

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"
