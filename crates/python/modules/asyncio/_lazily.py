"""What asyncio needs only where a program asks for something rare: each module is imported at its first
use. A program that imports asyncio starts in half the time.
"""

import sys


class _Lazy:
    def __init__(self, name, **known):
        self.__dict__.update(known, _name=name)

    def _module(self):
        __import__(self._name)
        return sys.modules[self._name]

    def __getattr__(self, name):
        return getattr(self._module(), name)


class _Logger(_Lazy):
    def _module(self):
        return super()._module().getLogger("asyncio")


inspect = _Lazy("inspect")
traceback = _Lazy("traceback")
staggered = _Lazy("asyncio.staggered")
logger = _Logger("logging")
# CPython's selector_events, over the network in memory.
sockets = _Lazy("asyncio._connections")
graph = _Lazy(
    "asyncio.graph",
    __all__=(
        "capture_call_graph",
        "format_call_graph",
        "print_call_graph",
        "FrameCallGraphEntry",
        "FutureCallGraph",
    ),
)
streams = _Lazy(
    "asyncio.streams",
    __all__=(
        "StreamReader",
        "StreamWriter",
        "StreamReaderProtocol",
        "open_connection",
        "start_server",
        "open_unix_connection",
        "start_unix_server",
    ),
)
subprocess = _Lazy(
    "asyncio.subprocess",
    __all__=("create_subprocess_exec", "create_subprocess_shell"),
)

HOMES = {name: module for module in (graph, streams, subprocess) for name in module.__all__}


def get(name):
    """Gets a name of a module that is not imported yet, and gives it to the package."""
    value = getattr(HOMES[name], name)
    setattr(sys.modules["asyncio"], name, value)
    return value
