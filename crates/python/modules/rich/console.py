"""A console that prints."""

from . import print as _print


class Console:
    def __init__(self, *args, file=None, **kwargs):
        self.file = file

    def print(self, *objects, sep=" ", end="\n", **_others):
        _print(*objects, sep=sep, end=end, file=self.file)

    log = print

    def rule(self, title="", **_others):
        _print(title, file=self.file)


def __getattr__(name):
    raise AttributeError(f"rich.console.{name} is missing: Console().print is here")
