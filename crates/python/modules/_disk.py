"""The files that a program may read: the host knows which. What it would write stays unwritten, and says so."""

import collections
import io
import os
import stat

import _interleave

_INSTEAD = "programs have no files here; keep the text in a string, or in io.StringIO"
_OPTION = "interleave run --allow-read lets a program read the files beside it"

stat_result = collections.namedtuple(
    "stat_result", "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime"
)
stat_result.__module__ = "os"


class _Content(io.RawIOBase):
    """A file that is read."""

    def __init__(self, name, content):
        self.name = name
        self.mode = "rb"
        self._content = content
        self._at = 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def fileno(self):
        return 3

    def isatty(self):
        return False

    def readinto(self, buffer):
        part = self._content[self._at:self._at + len(buffer)]
        buffer[:len(part)] = part
        self._at += len(part)
        return len(part)

    def seek(self, offset, whence=0):
        start = (0, self._at, len(self._content))[whence]
        if start + offset < 0:
            raise OSError(22, "Invalid argument")
        self._at = start + offset
        return self._at

    def tell(self):
        return self._at


def _refuse(why):
    raise io.UnsupportedOperation(f"open is missing: {why}")


def _missing(path):
    error = FileNotFoundError(2, "No such file or directory", path)
    error.add_note("relative paths begin in the program's own folder")
    return error


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        _refuse(_INSTEAD)
    path = os.fspath(file)
    kinds = set(mode)
    if kinds - set("rwaxbt+") or len(mode) > len(kinds) or len(kinds & set("rwax")) != 1 or {"b", "t"} <= kinds:
        raise ValueError(f"invalid mode: {mode!r}" if kinds - set("rwaxbt+") or len(mode) > len(kinds) else (
            "can't have text and binary mode at once" if {"b", "t"} <= kinds
            else "Must have exactly one of create/read/write/append mode and at most one plus" if not kinds & set("rwax")
            else "must have exactly one of create/read/write/append mode"
        ))
    if kinds & set("wax+"):
        _refuse(f"{_INSTEAD}; {_OPTION}")
    found = _interleave.look(os.fsdecode(path))
    if found is None:
        raise _missing(path)
    if found is True:
        raise IsADirectoryError(21, "Is a directory", path)
    if isinstance(found, tuple):
        is_beside, why = found
        _refuse(why if is_beside else f"{_INSTEAD}; {_OPTION}")
    raw = _Content(path, found)
    if "b" in kinds:
        return raw if buffering == 0 else io.BufferedReader(raw)
    text = io.TextIOWrapper(io.BufferedReader(raw), encoding or "UTF-8", errors, newline)
    text.mode = mode
    return text


def stat_of(path, *, dir_fd=None, follow_symlinks=True):
    name = os.fsdecode(path)
    found = _interleave.look(name)
    if isinstance(found, tuple):
        is_beside, why = found
        if is_beside:
            # No OSError: the library takes one for a file that is not there.
            raise NotImplementedError(f"os.stat is missing: {why}")
        found = None
    if found is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    mode, size = (stat.S_IFDIR | 0o755, 4096) if found is True else (stat.S_IFREG | 0o644, len(found))
    return stat_result(mode, 1, 1, 1, 1000, 1000, size, 0, 0, 0)


def access(path, mode, **kwargs):
    try:
        stat_of(path)
    except FileNotFoundError:
        return False
    return not mode & os.W_OK


def folder(path="."):
    """A folder, which cannot be listed; or one that is not there."""
    found = _interleave.look(os.fsdecode(path))
    if found is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    # No OSError: the library takes one for an empty folder.
    raise NotImplementedError("programs have no files here; keep the names in a list")
