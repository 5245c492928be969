"""The size of a terminal, and copies of streams. There are no files that could be copied."""

import fnmatch
import os


class Error(OSError):
    """An error of an operation on files."""


class SameFileError(Error):
    """Both files are the same one."""


def get_terminal_size(fallback=(80, 24)):
    """The size that the environment names, which is empty, or else `fallback`."""
    columns, lines = (int(os.environ.get(name, 0) or 0) for name in ("COLUMNS", "LINES"))
    return os.terminal_size((columns or fallback[0], lines or fallback[1]))


def copyfileobj(fsrc, fdst, length=0):
    """Copies data from one stream to another."""
    while data := fsrc.read(length or 65_536):
        fdst.write(data)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """There are no programs to be found."""
    return None


def ignore_patterns(*patterns):
    """A function for `copytree`, which is missing."""

    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def __getattr__(name):
    if name in _FILES:
        raise AttributeError(
            f"shutil.{name} is missing: programs have no files here; keep the text in a string"
        )
    raise AttributeError(f"module 'shutil' has no attribute '{name}'")


_FILES = {
    "chown",
    "copy",
    "copy2",
    "copyfile",
    "copymode",
    "copystat",
    "copytree",
    "disk_usage",
    "make_archive",
    "move",
    "rmtree",
    "unpack_archive",
}
