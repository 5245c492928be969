"""What the program prints: kept as one text, in the order of the simulated clock."""

import io

from clock import clock, seconds


class Console(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self):
        self.parts = []
        self.frozen = False

    def writable(self):
        return True

    def write(self, text):
        if clock.job is None:
            self.deliver(text)
        else:
            clock.job.write(text, self)
        return len(text)

    def deliver(self, text):
        if not self.frozen:
            self.parts.append(text)

    def freeze(self):
        self.frozen = True

    def text(self):
        return "".join(self.parts)
