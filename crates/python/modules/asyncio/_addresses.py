"""Addresses of the network in memory: names, numbers, and which of them are the program's own."""

import errno

from ._absent import AddressFamily, AddressInfo, SocketKind

AF_INET, AF_INET6 = AddressFamily.AF_INET, AddressFamily.AF_INET6

ANY = {AF_INET: "0.0.0.0", AF_INET6: "::"}
_LOOPBACK = {AF_INET: "127.0.0.1", AF_INET6: "::1"}

NOBODY = (
    "there is no network here but the program's own: only what asyncio.start_server or loop.create_server of this "
    "program serves is reached, at localhost; pages come with requests, httpx, aiohttp or urllib.request"
)

EAI_NONAME = -2


class gaierror(OSError):
    """The error of a name that is not known."""


gaierror.__module__ = "socket"


def _unknown():
    failure = gaierror(EAI_NONAME, "Name or service not known")
    failure.add_note(NOBODY)
    return failure


def inet_pton(family, text):
    """Returns the bytes of an address in numbers.
    Errors: `OSError` for a text that is none.
    """
    if family == AF_INET:
        parts = text.split(".")
        if len(parts) == 4 and all(part.isascii() and part.isdigit() and int(part) < 256 for part in parts):
            return bytes(map(int, parts))
    elif ":" in text:
        import ipaddress

        try:
            return ipaddress.IPv6Address(text).packed
        except ValueError:
            pass
    raise OSError("illegal IP address string passed to inet_pton")


def is_here(host):
    """Says whether an address in numbers is this machine's, to itself."""
    return host == "::1" or host == "::" or host == "0.0.0.0" or host.startswith("127.")


def whole(family, address):
    """Returns an address as the system gives it."""
    return tuple(address[:2]) if family == AF_INET else (*address[:2], 0, 0)


def _numbers(family, host, of_any):
    if host in ("", None):
        return of_any
    if host == "localhost":
        return _LOOPBACK[family]
    try:
        inet_pton(family, host)
    except OSError:
        raise _unknown() from None
    return host


def _checked(family, address):
    if not isinstance(address, tuple):
        raise TypeError(f"{family.name} address must be tuple, not {type(address).__name__}")
    host, port = address[:2]
    if not 0 <= port <= 65535:
        raise OverflowError("bind(): port must be 0-65535.")
    return host, port


def own(family, address):
    """Returns the host and the port at which a server is to be.
    Errors: `OSError` for an address of another machine.
    """
    host, port = _checked(family, address)
    host = _numbers(family, host, ANY[family])
    if not is_here(host):
        raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
    return host, port


def remote(family, address):
    """Returns the host and the port to connect to."""
    host, port = _checked(family, address)
    host = _numbers(family, host, _LOOPBACK[family])
    return (_LOOPBACK[family] if host == ANY[family] else host), port


_SERVICES = {"ftp": 21, "ssh": 22, "smtp": 25, "domain": 53, "http": 80, "https": 443}


def _port(service):
    if service is None or service == "":
        return 0
    if isinstance(service, bytes):
        service = service.decode()
    if isinstance(service, str):
        if service in _SERVICES:
            return _SERVICES[service]
        if not service.isdigit():
            failure = gaierror(-8, "Servname not supported for ai_socktype")
            failure.add_note(NOBODY)
            raise failure
    return int(service)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Returns the addresses of a name: of `localhost` that of IPv4, of no name all of the machine's.
    Errors: `gaierror` for a name of another machine.
    """
    port = _port(port)
    if isinstance(host, bytes):
        host = host.decode()
    for wanted in [AF_INET, AF_INET6]:
        if family not in (0, wanted):
            continue
        try:
            found = _numbers(wanted, host, (ANY if flags & AddressInfo.AI_PASSIVE else _LOOPBACK)[wanted])
        except gaierror:
            continue
        kind = SocketKind(type) if type else SocketKind.SOCK_STREAM
        return [(wanted, kind, proto or 6, "", whole(wanted, (found, port)))]
    raise _unknown()


def getnameinfo(sockaddr, flags=0):
    """Returns the name and the service of an address."""
    host, port = sockaddr[:2]
    services = {number: name for name, number in _SERVICES.items()}
    return ("localhost" if is_here(host) else host), services.get(port, str(port))
