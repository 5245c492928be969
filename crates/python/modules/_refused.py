"""Modules of the library that need the system: a program may import and name what is in them. What would need the
system raises an error, when it is called, that says what to use instead.

Most are made of their names alone: any public name is a class that cannot be called, or an exception where its name
says so. What needs no system is in `_PARTS`.
"""

import sys
from types import ModuleType

_SOCKETS = "there are no sockets here; asyncio.sleep stands for the wait"
_FILES = "programs have no files here; keep the text in a string, or in io.StringIO"
_PROCESSES = "there are no other processes here; await asyncio.to_thread(function) instead"
_PROFILES = "computing takes no time here; run the program under CPython to see where its time goes"
_TERMINAL = "there is no terminal here; print is"
_WINDOWS = "a program draws nothing here; print is"
_MACHINE = "a program sees nothing of the machine here"
_SIZES = "of the compressing modules zlib and gzip are here"

REASONS = {
    **dict.fromkeys(
        "ftplib http.server imaplib nntplib poplib select selectors smtplib socket socketserver ssl telnetlib "
        "wsgiref xmlrpc".split(),
        _SOCKETS,
    ),
    **dict.fromkeys(
        "compileall dbm fcntl importlib.resources mailbox mmap netrc py_compile pyclbr runpy shelve tabnanny tarfile "
        "tempfile wave zipapp zipimport".split(),
        _FILES,
    ),
    **dict.fromkeys("multiprocessing pty subprocess".split(), _PROCESSES),
    **dict.fromkeys("cProfile profile pstats trace".split(), _PROFILES),
    **dict.fromkeys("curses readline rlcompleter termios tty".split(), _TERMINAL),
    **dict.fromkeys("tkinter turtle".split(), _WINDOWS),
    **dict.fromkeys(
        "ctypes ensurepip faulthandler grp pwd resource site sysconfig syslog venv webbrowser".split(), _MACHINE
    ),
    **dict.fromkeys("bz2 lzma".split(), _SIZES),
    "sqlite3": "there are no databases here; a dict holds what a program needs",
}

_ERRORS = ("Error", "Exception", "Timeout", "Expired", "Warning")


def reason(name):
    """Why a module of that name is refused, or of the package in which it lies; None if it is not."""
    while name:
        if name in REASONS:
            return REASONS[name]
        name = name.rpartition(".")[0]
    return None


def _refuse(module, name):
    raise NotImplementedError(f"{module}.{name} is missing: {reason(module)}")


def _made(module, name):
    if name.endswith(_ERRORS):
        return type(name, (Exception,), {"__module__": module})

    def new(cls, *args, **kwargs):
        _refuse(module, name)

    return type(name, (), {"__module__": module, "__new__": new})


class Refused(ModuleType):
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        made = _made(self.__name__, name)
        setattr(self, name, made)
        return made


class Loader:
    def create_module(self, spec):
        return Refused(spec.name)

    def exec_module(self, module):
        part = _PARTS.get(module.__name__)
        if part is not None:
            module.__dict__.update(part())


def _nothing(*args, **kwargs):
    return None


def _faulthandler():
    return {"enable": _nothing, "disable": _nothing, "is_enabled": lambda: False}


def _multiprocessing():
    import os
    from types import SimpleNamespace

    main = SimpleNamespace(name="MainProcess", pid=os.getpid(), daemon=False)
    return {
        "cpu_count": os.cpu_count,
        "current_process": lambda: main,
        "parent_process": _nothing,
        "active_children": list,
        "Pool": _pools().Pool,
        "TimeoutError": _pools().TimeoutError,
        "freeze_support": _nothing,
        "set_start_method": _nothing,
        "ProcessError": type("ProcessError", (Exception,), {"__module__": "multiprocessing"}),
    }


def _pools():
    import _pools

    return _pools


def _multiprocessing_pool():
    names = "ApplyResult AsyncResult IMapIterator IMapUnorderedIterator MapResult MaybeEncodingError Pool ThreadPool"
    return {name: getattr(_pools(), name) for name in names.split()}


def _multiprocessing_dummy():
    import threading

    names = "Barrier BoundedSemaphore Condition Event Lock RLock Semaphore Thread current_thread".split()
    part = {name: getattr(threading, name) for name in names}
    pool = _pools().ThreadPool
    return {**part, "Process": threading.Thread, "Pool": pool, "current_process": threading.current_thread}


def _socket():
    from asyncio._absent import AddressFamily, AddressInfo, SocketKind

    return {
        **AddressFamily.__members__,
        **AddressInfo.__members__,
        **SocketKind.__members__,
        "AddressFamily": AddressFamily,
        "SocketKind": SocketKind,
        "error": OSError,
        "timeout": TimeoutError,
        "gaierror": type("gaierror", (OSError,), {"__module__": "socket"}),
        "herror": type("herror", (OSError,), {"__module__": "socket"}),
        "has_ipv6": False,
        "gethostname": lambda: "localhost",
        "getfqdn": lambda name="": name or "localhost",
        "getdefaulttimeout": _nothing,
        # Each request sets its own; a socket that would take this one is never made.
        "setdefaulttimeout": _nothing,
    }


def _sqlite3():
    names = "Error InterfaceError DatabaseError OperationalError IntegrityError ProgrammingError DataError".split()
    errors = {}
    for name in names:
        base = Exception if name == "Error" else errors["DatabaseError" if len(errors) > 2 else "Error"]
        errors[name] = type(name, (base,), {"__module__": "sqlite3"})
    return errors


def _ssl():
    class SSLContext:
        """What a client is told of certificates; the run's own network decides itself."""

        def __init__(self, protocol=None):
            self.protocol = protocol
            self.check_hostname = True

        def load_verify_locations(self, cafile=None, capath=None, cadata=None):
            _refuse("ssl", "SSLContext.load_verify_locations")

        def load_cert_chain(self, certfile, keyfile=None, password=None):
            _refuse("ssl", "SSLContext.load_cert_chain")

    SSLContext.__module__, SSLContext.__qualname__ = "ssl", "SSLContext"
    error = type("SSLError", (OSError,), {"__module__": "ssl"})
    return {
        "SSLContext": SSLContext,
        "create_default_context": lambda purpose=None, **kwargs: SSLContext(),
        "CERT_NONE": 0,
        "CERT_OPTIONAL": 1,
        "CERT_REQUIRED": 2,
        "PROTOCOL_TLS": 2,
        "PROTOCOL_TLS_CLIENT": 16,
        "PROTOCOL_TLS_SERVER": 17,
        "SSLError": error,
        "SSLCertVerificationError": type("SSLCertVerificationError", (error, ValueError), {"__module__": "ssl"}),
    }


def _subprocess():
    class SubprocessError(Exception):
        pass

    class CalledProcessError(SubprocessError):
        def __init__(self, returncode, cmd, output=None, stderr=None):
            self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

        def __str__(self):
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    class TimeoutExpired(SubprocessError):
        def __init__(self, cmd, timeout, output=None, stderr=None):
            self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

        def __str__(self):
            return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    part = {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3}
    for error in (SubprocessError, CalledProcessError, TimeoutExpired):
        error.__module__, error.__qualname__ = "subprocess", error.__name__
        part[error.__name__] = error
    return part


def _sysconfig():
    known = {"Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "WITH_DOC_STRINGS": 1}

    def get_config_vars(*args):
        return [known.get(name) for name in args] if args else dict(known)

    return {
        "get_python_version": lambda: "3.14",
        "get_platform": lambda: sys.platform,
        "get_config_var": known.get,
        "get_config_vars": get_config_vars,
    }


def _tempfile():
    return {"gettempdir": lambda: "/tmp", "gettempprefix": lambda: "tmp", "tempdir": None}


_PARTS = {
    "faulthandler": _faulthandler,
    "multiprocessing": _multiprocessing,
    "multiprocessing.dummy": _multiprocessing_dummy,
    "multiprocessing.pool": _multiprocessing_pool,
    "socket": _socket,
    "sqlite3": _sqlite3,
    "ssl": _ssl,
    "subprocess": _subprocess,
    "sysconfig": _sysconfig,
    "tempfile": _tempfile,
}
