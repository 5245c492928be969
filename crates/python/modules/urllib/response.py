"""What `urlopen` answers with."""

import io


class addbase:
    """A body that is read as a file is."""

    def __init__(self, body):
        self.fp = io.BytesIO(body)

    def read(self, *size):
        return self.fp.read(*size)

    def readline(self, *size):
        return self.fp.readline(*size)

    def readlines(self, *hint):
        return self.fp.readlines(*hint)

    def __iter__(self):
        return iter(self.fp)

    def readable(self):
        return True

    def close(self):
        self.fp.close()

    @property
    def closed(self):
        return self.fp.closed

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class addinfo(addbase):
    """With headers."""

    def __init__(self, body, headers):
        super().__init__(body)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    """With headers, an address and a status."""

    def __init__(self, body, headers, url, code=None):
        super().__init__(body, headers)
        self.url, self.code = url, code

    @property
    def status(self):
        return self.code

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url
