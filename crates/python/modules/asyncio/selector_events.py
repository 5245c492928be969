"""The event loop: CPython's `BaseEventLoop`, over the run's own loop instead of a selector."""

__all__ = ("BaseSelectorEventLoop",)

import sys

import _interleave

from . import base_events
from ._absent import NO_TLS, missing
from ._lazily import sockets

_SHUTDOWN_ASYNCGENS = base_events.BaseEventLoop.shutdown_asyncgens.__code__
_SHUTDOWN_EXECUTOR = base_events.BaseEventLoop.shutdown_default_executor.__code__


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """Selector event loop.

    See events.EventLoop for API specification.
    """

    def __init__(self, selector=None):
        super().__init__()
        logging = sys.modules.get("logging")
        if logging is not None:
            # The name that CPython's has on Linux; a program that logs all it hears sees it.
            logging.getLogger("asyncio").debug("Using selector: %s", "EpollSelector")
        self._ready, self._scheduled = _interleave.loop_queues(self)

    @property
    def _stopping(self):
        return self.__dict__["_stopping"]

    @_stopping.setter
    def _stopping(self, value):
        self.__dict__["_stopping"] = value
        if value:
            _interleave.stop(self)

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        super().close()
        _interleave.close(self)

    def _run_once(self):
        # The host takes turns until the loop is to stop: all iterations, not one.
        _interleave.run(self)

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            handle._scheduled.cancel()

    def _ends_quietly(self, future):
        """Says whether a coroutine shuts down what is not there, and does so without a task."""
        code = getattr(future, "cr_code", None)
        if code is _SHUTDOWN_ASYNCGENS and not len(self._asyncgens):
            end = _interleave.run_rest
        elif code is _SHUTDOWN_EXECUTOR:
            self._executor_shutdown_called = True
            end = _interleave.wait_for_threads
        else:
            return False
        future.close()
        self._asyncgens_shutdown_called = True
        self._run_forever_setup()
        try:
            end(self)
        finally:
            self._run_forever_cleanup()
        if code is _SHUTDOWN_EXECUTOR and self._default_executor is not None:
            self._default_executor.shutdown(wait=True)
        return True

    def _write_to_self(self):
        _interleave.wake(self)

    def _process_events(self, event_list):
        _inherited("_process_events")(self, event_list)

    # ---- the network in memory, over which CPython's own methods work

    def __getattr__(self, name):
        # A program without connections imports none of this.
        if name == "_selector":
            self._selector = value = sockets.selectors.Selector(self)
        elif name == "_transports":
            self._transports = value = sockets.weakref.WeakValueDictionary()
        elif name in _OF_CONNECTIONS:
            value = _inherited(name).__get__(self)
        else:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return value

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        make = _inherited("_make_socket_transport")
        return make(self, sock, protocol, waiter, extra=extra, server=server)

    def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, **options):
        missing("start_tls", NO_TLS)

    def add_reader(self, fd, callback, *args):
        """Add a reader callback."""
        _inherited("add_reader")(self, fd, callback, *args)

    def remove_reader(self, fd):
        """Remove a reader callback."""
        return _inherited("remove_reader")(self, fd)

    def add_writer(self, fd, callback, *args):
        """Add a writer callback.."""
        _inherited("add_writer")(self, fd, callback, *args)

    def remove_writer(self, fd):
        """Remove a writer callback."""
        return _inherited("remove_writer")(self, fd)

    async def sock_recv(self, sock, n):
        return await _inherited("sock_recv")(self, sock, n)

    async def sock_recv_into(self, sock, buf):
        return await _inherited("sock_recv_into")(self, sock, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await _inherited("sock_recvfrom")(self, sock, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await _inherited("sock_recvfrom_into")(self, sock, buf, nbytes)

    async def sock_sendall(self, sock, data):
        return await _inherited("sock_sendall")(self, sock, data)

    async def sock_sendto(self, sock, data, address):
        return await _inherited("sock_sendto")(self, sock, data, address)

    async def sock_connect(self, sock, address):
        return await _inherited("sock_connect")(self, sock, address)

    async def sock_accept(self, sock):
        return await _inherited("sock_accept")(self, sock)


# The methods that CPython's transports and servers call on the loop.
_OF_CONNECTIONS = frozenset((
    "_accept_connection",
    "_accept_connection2",
    "_add_reader",
    "_add_writer",
    "_ensure_fd_no_transport",
    "_remove_reader",
    "_remove_writer",
    "_sock_accept",
    "_sock_connect",
    "_sock_connect_cb",
    "_sock_read_done",
    "_sock_recv",
    "_sock_recv_into",
    "_sock_sendall",
    "_sock_write_done",
    "_start_serving",
    "_stop_serving",
))


def _inherited(name):
    """Returns a method of CPython's own class of this name."""
    return getattr(sockets.BaseSelectorEventLoop, name)
