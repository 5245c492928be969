"""The event loop: CPython's `BaseEventLoop`, over the run's own loop instead of a selector."""

__all__ = ("BaseSelectorEventLoop",)

import _interleave

from . import base_events
from ._absent import NO_SOCKETS, missing

_SHUTDOWN_ASYNCGENS = base_events.BaseEventLoop.shutdown_asyncgens.__code__
_SHUTDOWN_EXECUTOR = base_events.BaseEventLoop.shutdown_default_executor.__code__


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """Selector event loop.

    See events.EventLoop for API specification.
    """

    def __init__(self, selector=None):
        super().__init__()
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
        pass

    def add_reader(self, fd, callback, *args):
        """Add a reader callback."""
        missing("add_reader", NO_SOCKETS)

    def remove_reader(self, fd):
        """Remove a reader callback."""
        missing("remove_reader", NO_SOCKETS)

    def add_writer(self, fd, callback, *args):
        """Add a writer callback.."""
        missing("add_writer", NO_SOCKETS)

    def remove_writer(self, fd):
        """Remove a writer callback."""
        missing("remove_writer", NO_SOCKETS)

    async def sock_recv(self, sock, n):
        missing("sock_recv", NO_SOCKETS)

    async def sock_recv_into(self, sock, buf):
        missing("sock_recv_into", NO_SOCKETS)

    async def sock_recvfrom(self, sock, bufsize):
        missing("sock_recvfrom", NO_SOCKETS)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        missing("sock_recvfrom_into", NO_SOCKETS)

    async def sock_sendall(self, sock, data):
        missing("sock_sendall", NO_SOCKETS)

    async def sock_sendto(self, sock, data, address):
        missing("sock_sendto", NO_SOCKETS)

    async def sock_connect(self, sock, address):
        missing("sock_connect", NO_SOCKETS)

    async def sock_accept(self, sock):
        missing("sock_accept", NO_SOCKETS)
