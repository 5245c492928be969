"""The network of a program: sockets in memory, which reach the servers of the program itself and nothing else.

asyncio's own transports and servers work over these sockets as over the system's: nothing blocks, what is not
there yet raises `BlockingIOError`, and a selector (`_selecting.py`) says what has become ready. What is sent is on
its way for the latency of the run, on the run's clock.
"""

import collections
import errno

import _interleave

from . import _addresses, _selecting, events
from ._absent import AddressFamily, AddressInfo, SocketKind

globals().update(AddressFamily.__members__)
globals().update(AddressInfo.__members__)
globals().update(SocketKind.__members__)

from ._addresses import gaierror, getaddrinfo, getnameinfo, inet_pton  # noqa: E402

error = OSError
timeout = TimeoutError
IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 6, 17, 41
SOL_SOCKET, SO_REUSEADDR, SO_ERROR, SO_BROADCAST, SO_KEEPALIVE, SO_REUSEPORT = 1, 2, 4, 6, 9, 15
TCP_NODELAY, IPV6_V6ONLY = 1, 26
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
has_ipv6 = True

# How many bytes of one direction may be on their way or unread: then the sender has to wait.
CAPACITY = 1 << 18

# The first port that a system gives to who asks for any, and the first number that a process has for a socket.
FIRST_PORT, FIRST_NUMBER = 49152, 6

_OF_SYSTEM = {
    errno.EADDRINUSE: "Address already in use",
    errno.EADDRNOTAVAIL: "Cannot assign requested address",
    errno.EAGAIN: "Resource temporarily unavailable",
    errno.EBADF: "Bad file descriptor",
    errno.ECONNRESET: "Connection reset by peer",
    errno.EINPROGRESS: "Operation now in progress",
    errno.EINVAL: "Invalid argument",
    errno.EISCONN: "Transport endpoint is already connected",
    errno.ENETUNREACH: "Network is unreachable",
    errno.ENOTCONN: "Transport endpoint is not connected",
    errno.EPIPE: "Broken pipe",
}

_open = {}
_listening = []
_ports = set()


def _failed(number):
    return OSError(number, _OF_SYSTEM[number])


def not_reached(number, text):
    """Makes the error of an address that was not reached, and says why in a note."""
    failure = OSError(number, text)
    failure.add_note(_addresses.NOBODY)
    return failure


def is_known(number):
    return number in _open


def _later(function, *arguments, to=None):
    """Calls a function of the network after the latency, in the loop of the socket that it is for."""
    running = events._get_running_loop()
    if running is None:
        raise RuntimeError("no running event loop")
    loop = running if to is None else _selecting.loop_of(to) or running
    when = loop.time() + _interleave.latency()
    loop._scheduled.append(events.TimerHandle(when, function, arguments, loop))
    if loop is not running:
        # It waits in another thread, and not as long as that.
        loop._write_to_self()


class _Way:
    """One direction of a connection: what is on its way, and what has arrived and is unread."""

    def __init__(self):
        self.sender = self.receiver = None
        self.unread = bytearray()
        self.coming = 0
        self.is_ended = self.is_over = False

    def room(self):
        return CAPACITY - self.coming - len(self.unread)

    def send(self, data):
        self.coming += len(data)
        _later(self._arrive, data, to=self.receiver)

    def end(self):
        """Sends the end: after it nothing comes."""
        if not self.is_ended:
            self.is_ended = True
            _later(self._arrive_end, to=self.receiver)

    def _arrive(self, data):
        self.coming -= len(data)
        if self.receiver is None or self.receiver._is_closed:
            # Nobody reads here any more, which the sender is told.
            if self.sender is not None and not self.sender._is_closed:
                _later(self.sender._reset)
            return
        self.unread += data
        _selecting.changed(self.receiver)

    def _arrive_end(self):
        self.is_over = True
        if self.receiver is not None:
            _selecting.changed(self.receiver)

    def take(self, size):
        was_full = self.room() <= 0
        data = bytes(self.unread[:size])
        del self.unread[:size]
        if was_full and self.sender is not None:
            _selecting.changed(self.sender)
        return data


class socket:
    """A socket of the network in memory, as `socket.socket` is of the system's."""

    def __init__(self, family=AddressFamily.AF_INET, type=SocketKind.SOCK_STREAM, proto=0, fileno=None):
        if type != SocketKind.SOCK_STREAM or family not in (AddressFamily.AF_INET, AddressFamily.AF_INET6):
            raise NotImplementedError("socket is missing: only TCP is here, over IPv4 and IPv6")
        self.family, self.type, self.proto = AddressFamily(family), SocketKind(type), proto
        self._number = next(number for number in range(FIRST_NUMBER, 1 << 30) if number not in _open)
        _open[self._number] = self
        self._options = {}
        self._is_closed = self._is_listening = self._is_connecting = False
        self._name = self._peer = self._sent = self._received = None
        self._failure = 0
        self._waiting = collections.deque()

    def __repr__(self):
        state = "closed " if self._is_closed else ""
        shown = f"<socket.socket {'[closed] ' if state else ''}fd={self.fileno()}, family={int(self.family)}, "
        shown += f"type={int(self.type)}, proto={self.proto}"
        if not self._is_closed:
            shown += f", laddr={self.getsockname()}"
            if self._peer is not None:
                shown += f", raddr={self._peer}"
        return shown + ">"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # ---- what it is

    def fileno(self):
        return -1 if self._is_closed else self._number

    def _check(self):
        if self._is_closed:
            raise _failed(errno.EBADF)

    def setblocking(self, flag):
        if flag:
            raise NotImplementedError("setblocking(True) is missing: nothing waits here but asyncio")

    def settimeout(self, value):
        self.setblocking(value != 0)

    def gettimeout(self):
        return 0.0

    def getblocking(self):
        return False

    def get_inheritable(self):
        return False

    def setsockopt(self, level, name, value=None, size=None):
        self._check()
        self._options[level, name] = int(value)

    def getsockopt(self, level, name, size=None):
        self._check()
        if (level, name) == (SOL_SOCKET, SO_ERROR):
            failure, self._failure = self._failure, 0
            return failure
        return self._options.get((level, name), 0)

    def getsockname(self):
        self._check()
        return self._name or _addresses.whole(self.family, (_addresses.ANY[self.family], 0))

    def getpeername(self):
        self._check()
        if self._peer is None:
            raise _failed(errno.ENOTCONN)
        return self._peer

    # ---- a server's

    def bind(self, address):
        self._check()
        if self._name is not None:
            raise _failed(errno.EINVAL)
        host, port = _addresses.own(self.family, address)
        if port == 0:
            port = _any_port()
        elif _is_taken(self, host, port):
            raise _failed(errno.EADDRINUSE)
        _ports.add(port)
        self._name = _addresses.whole(self.family, (host, port))

    def listen(self, backlog=128):
        self._check()
        if self._name is None:
            self.bind((_addresses.ANY[self.family], 0))
        if not self._is_listening:
            if _is_taken(self, *self._name[:2]):
                raise _failed(errno.EADDRINUSE)
            self._is_listening = True
            _listening.append(self)

    def accept(self):
        self._check()
        if not self._is_listening:
            raise _failed(errno.EINVAL)
        if not self._waiting:
            raise _failed(errno.EAGAIN)
        accepted = self._waiting.popleft()
        return accepted, accepted._peer

    # ---- a client's

    def connect(self, address):
        self._check()
        if self._peer is not None or self._is_connecting:
            raise _failed(errno.EISCONN)
        host, port = _addresses.remote(self.family, address)
        if not _addresses.is_here(host):
            raise not_reached(errno.ENETUNREACH, _OF_SYSTEM[errno.ENETUNREACH])
        if self._name is None:
            self.bind((host, 0))
        self._is_connecting = True
        _later(self._arrive_at, host, port)
        raise _failed(errno.EINPROGRESS)

    def _arrive_at(self, host, port):
        if self._is_closed:
            return
        self._is_connecting = False
        server = next((server for server in _listening if server._answers(self.family, host, port)), None)
        if server is None:
            self._failure = errno.ECONNREFUSED
        else:
            accepted = socket(self.family, self.type, self.proto or IPPROTO_TCP)
            self._peer = accepted._name = _addresses.whole(self.family, (host, port))
            accepted._peer = self._name
            _join(self, accepted)
            server._waiting.append(accepted)
            _selecting.changed(server)
        _selecting.changed(self)

    def _answers(self, family, host, port):
        own, at = self._name[:2]
        return family == self.family and at == port and own in (host, _addresses.ANY[family])

    # ---- what comes and goes

    def send(self, data, flags=0):
        self._check()
        if self._failure:
            raise _failed(self.getsockopt(SOL_SOCKET, SO_ERROR))
        if self._sent is None:
            raise _failed(errno.ENOTCONN)
        if self._sent.is_ended:
            raise _failed(errno.EPIPE)
        data = memoryview(data).cast("B")
        size = min(len(data), self._sent.room())
        if size <= 0 < len(data):
            raise _failed(errno.EAGAIN)
        self._sent.send(bytes(data[:size]))
        return size

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        sent = 0
        for data in buffers:
            try:
                size = self.send(data)
            except BlockingIOError:
                if not sent:
                    raise
                break
            sent += size
            if size < len(data):
                break
        return sent

    def recv(self, size, flags=0):
        self._check()
        if self._received is None:
            raise _failed(self.getsockopt(SOL_SOCKET, SO_ERROR) or errno.ENOTCONN)
        if self._received.unread:
            return self._received.take(size)
        if self._failure:
            raise _failed(self.getsockopt(SOL_SOCKET, SO_ERROR))
        if self._received.is_over:
            return b""
        raise _failed(errno.EAGAIN)

    def recv_into(self, buffer, size=0, flags=0):
        view = memoryview(buffer).cast("B")
        data = self.recv(size or len(view))
        view[: len(data)] = data
        return len(data)

    def shutdown(self, how):
        self._check()
        if self._sent is None:
            raise _failed(errno.ENOTCONN)
        if how in (SHUT_WR, SHUT_RDWR):
            self._sent.end()
        if how in (SHUT_RD, SHUT_RDWR):
            self._received.is_over = True
            _selecting.changed(self)

    def _reset(self):
        """The other side has gone without reading all."""
        self._failure = errno.EPIPE if self._received.is_over else errno.ECONNRESET
        self._received.is_over = True
        self._received.unread.clear()
        self._sent.is_ended = True
        _selecting.changed(self)

    def close(self):
        if self._is_closed:
            return
        del _open[self._number]
        self._is_closed = True
        if self._is_listening:
            _listening.remove(self)
            for accepted in self._waiting:
                accepted.close()
        if self._sent is not None and events._get_running_loop() is not None:
            if self._received.unread and self._sent.receiver is not None:
                self._sent.is_ended = True
                _later(self._sent.receiver._reset, to=self._sent.receiver)
            else:
                self._sent.end()

    def detach(self):
        raise NotImplementedError("detach is missing: the system knows no socket of the network in memory")

    # ---- for the selector

    def _ready(self):
        """Returns what it is ready for."""
        if self._is_connecting:
            return 0
        if self._is_listening:
            return _selecting.EVENT_READ if self._waiting else 0
        ready = _selecting.EVENT_WRITE if self._failure else 0
        if self._received is not None:
            if self._received.unread or self._received.is_over or self._failure:
                ready |= _selecting.EVENT_READ
            if self._sent.is_ended or self._sent.room() > 0:
                ready |= _selecting.EVENT_WRITE
        return ready


def _join(one, other):
    there, back = _Way(), _Way()
    there.sender = back.receiver = one
    there.receiver = back.sender = other
    one._sent = other._received = there
    one._received = other._sent = back


def _any_port():
    return next(port for port in range(FIRST_PORT, 1 << 16) if port not in _ports)


def _is_taken(asking, host, port):
    any_host = _addresses.ANY[asking.family]
    for server in _listening:
        own, taken = server._name[:2]
        is_shared = (SOL_SOCKET, SO_REUSEPORT) in server._options and (SOL_SOCKET, SO_REUSEPORT) in asking._options
        meets = host == own or any_host in (host, own)
        if server is not asking and server.family == asking.family and taken == port and meets and not is_shared:
            return True
    return False
