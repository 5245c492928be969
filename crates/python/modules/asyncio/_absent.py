"""What asyncio's modules name of the system and what is not here: each use raises an error that says what
to use instead.
"""

import enum
import heapq

NO_FILES = "there are no files and no pipes here; a Queue stands for the pipe"
NO_DATAGRAMS = "there are no datagrams here; asyncio.start_server serves streams"
NO_PATHS = "there are no sockets with paths here; asyncio.start_server serves at localhost"
NO_TLS = "there is no TLS here: the program's own network reads no one else; leave ssl out"
NO_PROCESSES = "there are no other processes here; asyncio.to_thread runs a function beside the loop"
NO_SIGNALS = "there are no signals and no other processes here"


class _Absent:
    def __init__(self, name, why, **known):
        self.__dict__.update(known, _name=name, _why=why)

    def __getattr__(self, name):
        raise AttributeError(f"{self._name}.{name} is missing: {self._why}")


class AddressFamily(enum.IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class AddressInfo(enum.IntFlag):
    AI_PASSIVE = 1


class SocketKind(enum.IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


class _Network(_Absent):
    """The module `socket`: its constants, and the rest once a program opens a connection."""

    def __getattr__(self, name):
        if name not in _OF_NETWORK:
            return super().__getattr__(name)
        from . import _network

        return getattr(_network, name)


_OF_NETWORK = frozenset((
    "SOL_SOCKET",
    "SO_KEEPALIVE",
    "SO_REUSEADDR",
    "SO_REUSEPORT",
    "IPPROTO_IPV6",
    "getaddrinfo",
    "getnameinfo",
    "IPV6_V6ONLY",
    "inet_pton",
    "socket",
))

socket = _Network(
    "socket",
    "only streams within the program are here, with asyncio.start_server and asyncio.open_connection",
    **AddressFamily.__members__,
    **AddressInfo.__members__,
    **SocketKind.__members__,
    IPPROTO_TCP=6,
    IPPROTO_UDP=17,
    error=OSError,
)

subprocess = _Absent("subprocess", NO_PROCESSES, PIPE=-1, STDOUT=-2, DEVNULL=-3)


def missing(name, why):
    """Raises the error for a name of the loop."""
    raise NotImplementedError(f"loop.{name} is missing: {why}")


def no_datagrams():
    missing("create_datagram_endpoint", NO_DATAGRAMS)


def push_timer(timers, timer):
    """Adds a timer to a loop's own timers, or to a heap. Returns what `_scheduled` of the timer is."""
    if type(timers) is list:
        heapq.heappush(timers, timer)
        return True
    return timers.append(timer)
