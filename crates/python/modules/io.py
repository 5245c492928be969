"""Streams in memory. A program reads those files alone that its reader allows (`_disk.py`)."""

import abc

import _io
from _io import (
    DEFAULT_BUFFER_SIZE,
    BlockingIOError,
    BufferedRandom,
    BufferedReader,
    BufferedRWPair,
    BufferedWriter,
    BytesIO,
    IncrementalNewlineDecoder,
    StringIO,
    TextIOWrapper,
    UnsupportedOperation,
    text_encoding,
)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import _disk

    return _disk.open(file, mode, buffering, encoding, errors, newline, closefd, opener)


SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """The base class of all streams."""


class RawIOBase(_io._RawIOBase, IOBase):
    """The base class of unbuffered streams of bytes."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """The base class of buffered streams of bytes."""


class TextIOBase(_io._TextIOBase, IOBase):
    """The base class of streams of text."""


for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


class Reader(metaclass=abc.ABCMeta):
    """The class of objects from which one can read, for annotations."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=-1, /):
        """Reads and returns data."""

    __class_getitem__ = classmethod(type(list[int]))


class Writer(metaclass=abc.ABCMeta):
    """The class of objects to which one can write, for annotations."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Writes data, and returns how much was written."""

    __class_getitem__ = classmethod(type(list[int]))
