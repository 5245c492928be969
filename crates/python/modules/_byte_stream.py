"""`sys.stdout.buffer` and `sys.stderr.buffer`: bytes that are text in UTF-8."""

import codecs
import io


class ByteStream(io.BufferedIOBase):
    def __init__(self, raw):
        self._text = raw
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.name = raw.name
        self.mode = "wb"

    def write(self, data, /):
        data = bytes(data)
        self._text.write(self._decode(data))
        return len(data)

    def flush(self):
        self._text.flush()

    def writable(self):
        return True

    def fileno(self):
        return self._text.fileno()

    def isatty(self):
        return False
