"""Streams in memory; there are no files here."""

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
    open,
    text_encoding,
)

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """Whatever is a stream."""


class RawIOBase(_io._RawIOBase, IOBase):
    """A stream of bytes, without a buffer."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """A stream of bytes."""


class TextIOBase(_io._TextIOBase, IOBase):
    """A stream of text."""


for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class
