"""An `os` without files and processes, with an empty environment.

Modules of the library import names of `os` that they never use here. A program that opens a file
gets an error that says that there are no files.
"""

import abc
import collections
import sys

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin"
environ = {}
supports_bytes_environ = False
O_RDONLY = 0
O_WRONLY = 1
O_RDWR = 2
O_CREAT = 64
O_EXCL = 128
F_OK = 0
X_OK = 1
W_OK = 2
R_OK = 4
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
error = OSError
supports_fd = supports_dir_fd = supports_follow_symlinks = frozenset()
_walk_symlinks_as_files = object()


class PathLike(abc.ABC):
    """The class of objects that have a path."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in base.__dict__ for base in subclass.__mro__)
        return NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        kind = type(path).__name__
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {kind}"
        ) from None


def fsencode(path):
    path = fspath(path)
    return path.encode("utf-8", "surrogateescape") if isinstance(path, str) else path


def fsdecode(path):
    path = fspath(path)
    return path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else path


def getenv(key, default=None):
    return environ.get(key, default)


def getcwd():
    return "/"


def getpid():
    return 1


def cpu_count():
    return 1


def process_cpu_count():
    return 1


def urandom(size, /):
    """Bytes that are the same in each run: a run must repeat."""
    global _bytes
    if _bytes is None:
        import random

        _bytes = random.Random()
    return _bytes.randbytes(size)


_bytes = None

class terminal_size(collections.namedtuple("terminal_size", ("columns", "lines"))):
    __slots__ = ()

    def __new__(cls, sizes, /):
        # As the structures of the operating system: made of one sequence.
        return super().__new__(cls, *sizes)

    def __repr__(self):
        return f"os.terminal_size(columns={self.columns}, lines={self.lines})"


def get_terminal_size(descriptor=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def isatty(descriptor, /):
    return False


def access(path, mode, **kwargs):
    import _disk

    return _disk.access(path, mode)


def getcwdb():
    return b"/"


def getppid():
    return 0


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def uname():
    return uname_result(sys.platform.capitalize(), "localhost", "", "", "")


uname_result = collections.namedtuple("uname_result", "sysname nodename release version machine")


def sched_getaffinity(pid, /):
    return {0}


def getloadavg():
    return (0.0, 0.0, 0.0)


def kill(pid, number, /):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    import signal

    signal.raise_signal(number)


def abort():
    raise SystemExit(134)


def _exit(status):
    """Ends the program at once: nothing is cleaned up."""
    import _interleave

    _interleave.exit_now(status)


def putenv(name, value, /):
    """For other processes, of which there are none."""


unsetenv = putenv


def strerror(number, /):
    import errno

    return _ERRORS.get(errno.errorcode.get(number), f"Unknown error {number}")


_ERRORS = {
    "EPERM": "Operation not permitted",
    "ENOENT": "No such file or directory",
    "EACCES": "Permission denied",
    "EEXIST": "File exists",
    "EINVAL": "Invalid argument",
    "EPIPE": "Broken pipe",
    "ECONNREFUSED": "Connection refused",
    "ECONNRESET": "Connection reset by peer",
    "ETIMEDOUT": "Connection timed out",
}


def _no_file(path, *args, **kwargs):
    raise FileNotFoundError(2, "programs have no files here", path)


def _no_process(*args, **kwargs):
    raise NotImplementedError(
        "there are no other processes here; await asyncio.to_thread(function) instead"
    )


system = popen = _no_process


def _no_folder(path=".", *args, **kwargs):
    import _disk

    return _disk.folder(path)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    import _disk

    return _disk.stat_of(path)


lstat = stat


listdir = scandir = walk = _no_folder
mkdir = makedirs = remove = rename = rmdir = unlink = open = _no_file
readlink = chdir = symlink = link = chmod = replace = utime = chown = truncate = _no_file
renames = removedirs = statvfs = _no_file

stat_result = tuple

import posixpath as path

sys.modules["os.path"] = path


def __getattr__(name):
    # By their absence the library's modules know that there are no other processes.
    if name.startswith(("exec", "fork", "posix_spawn", "spawn", "wait")) or name in ("killpg", "pipe"):
        raise AttributeError(
            f"os.{name} is missing: there are no other processes here; await asyncio.to_thread(function) instead"
        )
    raise AttributeError(f"module 'os' has no attribute '{name}'")
