"""Addresses, as `aiohttp` has them."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from _web.addresses import place_of, quoted


class URL:
    """An address."""

    def __init__(self, val="", *, encoded=False):
        text = str(val)
        parts = urlsplit(text)
        if parts.netloc and not parts.path:
            text = urlunsplit(parts._replace(path="/"))
        self._text = text if encoded else quoted(text)

    @property
    def _parts(self):
        return urlsplit(self._text)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname)
    user = property(lambda self: self._parts.username)
    password = property(lambda self: self._parts.password)
    explicit_port = property(lambda self: self._parts.port)
    path = property(lambda self: self._parts.path or "/")
    raw_path = path
    query_string = property(lambda self: self._parts.query)
    fragment = property(lambda self: self._parts.fragment)
    query = property(lambda self: dict(parse_qsl(self._parts.query, keep_blank_values=True)))

    @property
    def port(self):
        return place_of(self._text)[2]

    @property
    def path_qs(self):
        return place_of(self._text)[3]

    @property
    def parts(self):
        return tuple(["/", *self.path.strip("/").split("/")]) if self.path.startswith("/") else ()

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    @property
    def parent(self):
        path = self.path.rstrip("/").rpartition("/")[0] or "/"
        return URL(urlunsplit(self._parts._replace(path=path, query="", fragment="")))

    def is_absolute(self):
        return bool(self._parts.netloc)

    def origin(self):
        return URL(urlunsplit((self.scheme, self._parts.netloc, "", "", "")))

    def with_query(self, *args, **kwargs):
        query = args[0] if args else kwargs
        return URL(urlunsplit(self._parts._replace(query=_written(query))))

    def update_query(self, *args, **kwargs):
        return self.with_query({**self.query, **dict(*args, **kwargs)})

    def with_path(self, path):
        path = path if path.startswith("/") else "/" + path
        return URL(urlunsplit(self._parts._replace(path=path, query="", fragment="")))

    def with_fragment(self, fragment):
        return URL(urlunsplit(self._parts._replace(fragment=fragment or "")))

    def join(self, url):
        return URL(urljoin(self._text, str(url)))

    def joinpath(self, *others):
        return URL("/".join([str(self).rstrip("/"), *(other.strip("/") for other in others)]))

    def __truediv__(self, name):
        return self.joinpath(str(name))

    def __mod__(self, query):
        return self.update_query(query)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return isinstance(other, URL) and self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __hash__(self):
        return hash(self._text)


def _written(query):
    if query is None or isinstance(query, str):
        return query or ""
    pairs = query.items() if hasattr(query, "items") else query
    written = []
    for key, values in pairs:
        for value in values if isinstance(values, (list, tuple)) else [values]:
            if isinstance(value, bool) or not isinstance(value, (str, int, float)):
                raise TypeError(
                    f"Invalid variable type: value should be str, int or float, got {value!r} of type {type(value)}"
                )
            written.append((key, value))
    return urlencode(written)
