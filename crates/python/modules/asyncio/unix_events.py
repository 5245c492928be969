"""The event loop of a program, under the names that CPython gives it on Unix."""

import sys

from . import base_events, constants, coroutines, events, exceptions, format_helpers, selector_events
from ._absent import NO_DATAGRAMS, NO_PATHS, NO_PROCESSES, missing
from ._lazily import logger

__all__ = ("SelectorEventLoop", "EventLoop")


def _sighandler_noop(signum, frame):
    """Dummy signal handler."""


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """Unix event loop.

    Adds signal handling and UNIX Domain Socket support to SelectorEventLoop.
    """

    def __init__(self, selector=None):
        super().__init__(selector)
        self._signal_handlers = {}

    def close(self):
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def add_signal_handler(self, sig, callback, *args):
        """Add a handler for a signal.  UNIX only."""
        if coroutines.iscoroutine(callback) or coroutines._iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        import signal

        handle = events.Handle(callback, args, self, None)
        try:
            signal.signal(sig, _sighandler_noop)
        except ValueError as error:
            raise RuntimeError(str(error).replace("signal", "set_wakeup_fd", 1)) from None
        except OSError:
            raise RuntimeError(f'sig {sig} cannot be caught') from None
        self._signal_handlers[sig] = handle
        signal._loops[sig] = self

    def _handle_signal(self, sig):
        """Internal helper that is the actual signal handler."""
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle._cancelled:
            self.remove_signal_handler(sig)
        else:
            self._add_callback_signalsafe(handle)

    def _add_callback_signalsafe(self, handle):
        if not handle._cancelled:
            self._ready.append(handle)

    def remove_signal_handler(self, sig):
        """Remove a handler for a signal.  UNIX only.

        Return True if a signal handler was removed, False if not.
        """
        self._check_signal(sig)
        import signal

        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal._loops.pop(sig, None)
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        """Internal helper to validate a signal."""
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        import signal

        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')

    async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize,
                                         extra=None, **kwargs):
        missing("subprocess_exec", NO_PROCESSES)

    def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        missing("connect_read_pipe", NO_PROCESSES)

    def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
        missing("connect_write_pipe", NO_PROCESSES)

    async def create_unix_connection(
            self, protocol_factory, path=None, *,
            ssl=None, sock=None,
            server_hostname=None,
            ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None):
        missing("create_unix_connection", NO_PATHS)

    async def create_unix_server(
            self, protocol_factory, path=None, *,
            sock=None, backlog=100, ssl=None,
            ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None,
            start_serving=True, cleanup_socket=True):
        missing("create_unix_server", NO_PATHS)


class _UnixDefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """UNIX event loop policy"""

    _loop_factory = _UnixSelectorEventLoop

    def __init__(self):
        super().__init__()
        self._set_called = False

    def set_event_loop(self, loop):
        """Set the event loop."""
        self._set_called = True
        super().set_event_loop(loop)

    def get_event_loop(self):
        """Get the event loop for the current context.

        Returns an instance of EventLoop or raises an exception.
        """
        # Programs of the time before 3.14 take a loop that nobody has made.
        if self._local._loop is None and not self._set_called:
            self.set_event_loop(self.new_event_loop())
        return super().get_event_loop()


SelectorEventLoop = _UnixSelectorEventLoop
_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop


def _callback_failed(loop, callback, args, context, exc):
    """Reports the exception of a callback for which there is no handle yet."""
    handle = events.Handle(callback, args, loop, context)
    shown = format_helpers._format_callback_source(callback, args, debug=loop.get_debug())
    loop.call_exception_handler({
        'message': f'Exception in callback {shown}',
        'exception': exc,
        'handle': handle,
    })


def _run_watched(loop, handle):
    """Runs a handle in debug mode, which reports slow ones."""
    loop._current_handle = handle
    try:
        began = loop.time()
        handle._run()
        took = loop.time() - began
        if took >= loop.slow_callback_duration:
            logger.warning('Executing %s took %.3f seconds', base_events._format_handle(handle), took)
    finally:
        loop._current_handle = None
