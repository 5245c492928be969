"""`rich` in its simplest form: what is printed is text alone, without colours, boxes and wrapped lines."""

import re
import sys

_MARK = re.compile(r"(\\?)\[(/?[a-zA-Z#@][^\[\]]*|/)\]")


def plain(text):
    """Takes marks like `[bold]` out of a text."""
    return _MARK.sub(lambda it: it.group()[1:] if it.group(1) else "", text)


def print(*objects, sep=" ", end="\n", file=None, flush=False):
    texts = [plain(it) if isinstance(it, str) else str(it) for it in objects]
    (file or sys.stdout).write(sep.join(texts) + end)


def __getattr__(name):
    raise AttributeError(f"rich.{name} is missing: rich.print and rich.console.Console().print are here")
