"""`urlopen`, over the run's own network: it blocks the event loop."""

from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit

from http.client import HTTPMessage, HTTPResponse

from _web import addresses
from _web.cookies import Jar
from _web.exchange import NO_NAME, REFUSED, TIMED_OUT, Failure, gaierror, send_blocking

__version__ = "3.13"

_REDIRECTS_MAX = 10
_LOOP = (
    "The HTTP server returned a redirect error that would lead to an infinite loop.\n"
    "The last 30x error message was:\n"
)


class Request:
    """A request."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.type, _, rest = url.partition(":")
        if not rest or not self.type.replace("+", "").isalnum():
            raise ValueError(f"unknown url type: {url!r}")
        self.host = urlsplit(url).netloc
        self.selector = addresses.place_of(url)[3]
        self.headers, self.unredirected_hdrs = {}, {}
        for key, value in headers.items():
            self.add_header(key, value)
        self.data, self.unverifiable = data, unverifiable
        self.origin_req_host = origin_req_host or urlsplit(url).hostname
        if method:
            self.method = method

    def get_method(self):
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """What opens addresses."""

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        self.handlers = []
        self._jar = None

    def add_handler(self, handler):
        self.handlers.append(handler)
        if isinstance(handler, HTTPCookieProcessor):
            self._jar = handler.cookiejar

    def open(self, fullurl, data=None, timeout=None):
        request = fullurl if not isinstance(fullurl, str) else Request(fullurl, data)
        if data is not None:
            request.data = data
        hops = 0
        while True:
            answer = self._sent(request, timeout)
            location = answer.header("location") or answer.header("uri")
            if answer.status in (301, 302, 303, 307, 308) and location:
                hops += 1
                request = self._redirected(request, answer, location, hops)
                continue
            headers = HTTPMessage(answer.headers)
            if not 200 <= answer.status < 300:
                raise HTTPError(request.full_url, answer.status, answer.reason, headers, answer.body)
            return HTTPResponse(answer.body, headers, request.full_url, answer.status, answer.reason)

    def _sent(self, request, timeout):
        if request.type not in ("http", "https"):
            raise URLError(f"unknown url type: {request.type}")
        if not request.host:
            raise URLError("no host given")
        headers = dict(self.addheaders)
        headers = {key.capitalize(): value for key, value in headers.items()}
        headers.update(request.header_items())
        body = request.data
        if body is not None:
            if isinstance(body, str):
                raise TypeError(
                    "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
                )
            body = body.read() if hasattr(body, "read") else bytes(body)
            headers.setdefault("Content-type", "application/x-www-form-urlencoded")
        if self._jar is not None and (cookie := self._jar.header(request.full_url)):
            headers["Cookie"] = cookie
        try:
            answer = send_blocking(request.get_method(), request.full_url, headers.items(), body, timeout)
        except Failure as failure:
            raise _raised(failure) from None
        if self._jar is not None:
            self._jar.take(request.full_url, answer.headers)
        return answer

    @staticmethod
    def _redirected(request, answer, location, hops):
        url = urljoin(request.full_url, location)
        method = request.get_method()
        headers = HTTPMessage(answer.headers)
        if answer.status in (307, 308) and method not in ("GET", "HEAD"):
            raise HTTPError(request.full_url, answer.status, answer.reason, headers, answer.body)
        if hops > _REDIRECTS_MAX:
            raise HTTPError(request.full_url, answer.status, _LOOP + answer.reason, headers, answer.body)
        kept = {
            key: value for key, value in request.headers.items() if key.lower() not in ("content-length", "content-type")
        }
        return Request(url, headers=kept, method="HEAD" if method == "HEAD" else "GET")


def _raised(failure):
    """Makes the error of `urllib` for a request without an answer."""
    if failure.code == TIMED_OUT:
        return TimeoutError("timed out")
    if failure.code == REFUSED:
        return URLError(ConnectionRefusedError(111, "Connection refused"))
    if failure.code == NO_NAME:
        return URLError(gaierror(-2, "Name or service not known"))
    return URLError(str(failure))


class BaseHandler:
    """What an opener is made of."""


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        self.cookiejar = Jar() if cookiejar is None else cookiejar


class HTTPHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    def __init__(self, *args, **kwargs):
        pass


class HTTPRedirectHandler(BaseHandler):
    pass


_opener = None


def build_opener(*handlers):
    opener = OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, context=None):
    global _opener
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def __getattr__(name):
    if name in ("urlretrieve", "urlcleanup", "ProxyHandler", "FileHandler", "FTPHandler", "HTTPBasicAuthHandler"):
        raise AttributeError(
            f"urllib.request.{name} is missing: urlopen, Request, build_opener and HTTPCookieProcessor are here"
        )
    raise AttributeError(f"module 'urllib.request' has no attribute '{name}'")
