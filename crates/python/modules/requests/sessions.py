"""Sessions: what several requests have in common."""

from urllib.parse import urljoin

from urllib3.exceptions import MaxRetryError, ReadTimeoutError

from _web import addresses
from _web.exchange import NO_NAME, REFUSED, TIMED_OUT, Failure, send_blocking

from .cookies import RequestsCookieJar, cookiejar_from_dict
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    InvalidURL,
    ReadTimeout,
    SSLError,
    TooManyRedirects,
)
from .models import PreparedRequest, Request, Response, refuse_scheme
from .structures import CaseInsensitiveDict

_HERE = "headers, params, auth, cookies and timeout are here"


def default_headers():
    return CaseInsensitiveDict(
        {
            "User-Agent": "python-requests/2.34.2",
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            "Connection": "keep-alive",
        }
    )


def _merged(of_request, of_session, kind):
    """Puts what a request says over what its session says; None takes a name out."""
    if not isinstance(of_request, (dict, CaseInsensitiveDict, list, tuple)) or not of_session:
        return of_request or of_session
    merged = kind(of_session)
    merged.update(of_request)
    return kind((key, value) for key, value in merged.items() if value is not None)


def _read_limit(timeout):
    """Returns what a request may take, in seconds."""
    return timeout[1] if isinstance(timeout, tuple) else timeout


def _raised(failure, request, timeout):
    """Makes the error of `requests` for a request without an answer."""
    scheme, host, port, path = addresses.place_of(request.url)
    kind = "HTTPSConnection" if scheme == "https" else "HTTPConnection"
    place = f"host='{host}', port={port}"
    if failure.code == TIMED_OUT:
        text = f"{kind}Pool({place}): Read timed out. (read timeout={_read_limit(timeout)})"
        return ReadTimeout(ReadTimeoutError(text), request=request)
    causes = {
        NO_NAME: (
            "NameResolutionError",
            f"Failed to resolve '{host}' ([Errno -2] Name or service not known)",
        ),
        REFUSED: (
            "NewConnectionError",
            "Failed to establish a new connection: [Errno 111] Connection refused",
        ),
    }
    if failure.code in causes:
        name, text = causes[failure.code]
        cause = f'(Caused by {name}("{kind}({place}): {text}"))'
        text = f"{kind}Pool({place}): Max retries exceeded with url: {path} {cause}"
        return ConnectionError(MaxRetryError(text), request=request)
    known = {"connect-timeout": ConnectTimeout, "tls-failed": SSLError, "bad-url": InvalidURL}
    return known.get(failure.code, ConnectionError)(str(failure), request=request)


class Session:
    """Settings, cookies and headers of several requests."""

    def __init__(self):
        self.headers = default_headers()
        self.auth, self.proxies, self.hooks, self.params = None, {}, {"response": []}, {}
        self.stream, self.verify, self.cert = False, True, None
        self.max_redirects, self.trust_env = 30, True
        self.cookies = cookiejar_from_dict({})

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        if name in ("mount", "get_adapter", "adapters"):
            raise AttributeError(f"Session.{name} is missing: there is one network here; {_HERE}")
        raise AttributeError(f"'Session' object has no attribute '{name}'")

    def prepare_request(self, request):
        cookies = RequestsCookieJar()
        cookies.update(self.cookies)
        cookies.update(request.cookies or {})
        prepared = PreparedRequest()
        prepared.prepare(
            method=request.method.upper(),
            url=request.url,
            files=request.files,
            data=request.data,
            json=request.json,
            headers=_merged(request.headers, self.headers, CaseInsensitiveDict),
            params=_merged(request.params, self.params, dict),
            auth=request.auth or self.auth,
            cookies=cookies,
            hooks=request.hooks or self.hooks,
        )
        return prepared

    def request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        cookies=None,
        files=None,
        auth=None,
        timeout=None,
        allow_redirects=True,
        proxies=None,
        hooks=None,
        stream=None,
        verify=None,
        cert=None,
        json=None,
    ):
        request = Request(method, url, headers, files, data, params, auth, cookies, hooks, json)
        prepared = self.prepare_request(request)
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects)

    def send(self, request, timeout=None, allow_redirects=True, **kwargs):
        response = self._sent(request, timeout)
        history = []
        while allow_redirects and response.is_redirect:
            history.append(response)
            response.history = history[:-1]
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            response = self._sent(self._redirected(response), timeout)
        response.history = history
        for hook in request.hooks.get("response", ()):
            response = hook(response) or response
        return response

    def _sent(self, request, timeout):
        refuse_scheme(request.url)
        body = request.body.encode() if isinstance(request.body, str) else request.body
        try:
            answer = send_blocking(
                request.method, request.url, request.headers.items(), body, _read_limit(timeout)
            )
        except Failure as failure:
            raise _raised(failure, request, timeout) from None
        response = Response._of(answer, request)
        self.cookies.take(request.url, answer.headers)
        return response

    def _redirected(self, response):
        request = response.request.copy()
        request.url = addresses.quoted(urljoin(response.url, response.headers["location"]))
        request.method, keeps_body = addresses.redirected(request.method, response.status_code)
        if not keeps_body:
            request.body = None
            for name in ("Content-Length", "Content-Type", "Transfer-Encoding"):
                request.headers.pop(name, None)
        if addresses.origin_of(request.url) != addresses.origin_of(response.url):
            request.headers.pop("Authorization", None)
        request.headers.pop("Cookie", None)
        cookies = RequestsCookieJar(request._cookies)
        cookies.update(self.cookies)
        if cookie := cookies.header(request.url):
            request.headers["Cookie"] = cookie
        return request

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def close(self):
        pass


def session():
    return Session()
