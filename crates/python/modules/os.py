"""An `os` without files and processes, with an empty environment.

Modules of the library import names of `os` that they never use here. A program that opens a file
gets an error that says that there are no files.
"""

import abc
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
    return fspath(path).encode() if isinstance(path, str) else fspath(path)


def fsdecode(path):
    path = fspath(path)
    return path.decode() if isinstance(path, bytes) else path


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


def urandom(size):
    raise NotImplementedError(
        "os.urandom is missing: a run must repeat; random.seed(number) gives numbers that do"
    )


def _no_file(path, *args, **kwargs):
    raise FileNotFoundError(2, "programs have no files here", path)


stat = lstat = listdir = scandir = mkdir = makedirs = remove = rename = rmdir = unlink = open = _no_file
readlink = chdir = walk = _no_file

stat_result = tuple

import posixpath as path

sys.modules["os.path"] = path
