"""Addresses of requests."""

from urllib.parse import quote, unquote, urlsplit, urlunsplit

_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_PORTS = {"http": 80, "https": 443}


def quoted(address):
    """Quotes what must be, and nothing twice."""
    parts = address.split("%")
    for place, part in enumerate(parts[1:], 1):
        code = part[:2]
        if len(code) == 2 and code.isalnum():
            try:
                character = chr(int(code, 16))
            except ValueError:
                return quote(address, safe=_SAFE.replace("%", ""))
            parts[place] = character + part[2:] if character in _UNRESERVED else "%" + part
        else:
            parts[place] = "%" + part
    return quote("".join(parts), safe=_SAFE)


def with_query(address, query):
    """Adds a query to an address, behind the one that it has."""
    if not query:
        return address
    scheme, place, path, old, fragment = urlsplit(address)
    return urlunsplit((scheme, place, path, f"{old}&{query}" if old else query, fragment))


def in_ascii(host):
    """Returns a host's name as it is looked up."""
    if host.isascii():
        return host
    return host.encode("idna").decode("ascii")


def place_of(address):
    """Returns the scheme, the host, the port, and the path with the query."""
    parts = urlsplit(address)
    path = parts.path or "/"
    return (
        parts.scheme.lower(),
        parts.hostname or "",
        parts.port or _PORTS.get(parts.scheme.lower(), 80),
        f"{path}?{parts.query}" if parts.query else path,
    )


def origin_of(address):
    return place_of(address)[:3]


def redirected(method, status):
    """Returns the method with which a redirect is followed, and whether the body is sent again."""
    if status == 303 and method != "HEAD":
        return "GET", False
    if status in (301, 302) and method == "POST":
        return "GET", False
    return method, True


def user_and_password(address):
    """Takes the user's name and the password out of an address."""
    parts = urlsplit(address)
    if "@" not in parts.netloc:
        return address, None
    user, _, place = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    return urlunsplit(parts._replace(netloc=place)), (unquote(name), unquote(password))
