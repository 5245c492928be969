"""The bar of progress: here it is one line on the standard error, written at its end."""

import sys
import time

from . import asyncio


class tqdm:
    """Counts what passes through it."""

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, disable=False, initial=0, **kwargs):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except TypeError:
                pass
        self.iterable, self.desc, self.total, self.leave = iterable, desc or "", total, leave
        self.n, self.disable, self.file = initial, disable, file or sys.stderr
        self.unit, self.postfix, self._is_closed = kwargs.get("unit", "it"), "", False
        self.start_t = time.perf_counter()

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1
        self.close()

    async def __aiter__(self):
        async for item in self.iterable:
            yield item
            self.n += 1
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = f"{desc}: " if desc else ""

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        self.postfix = ", ".join(f"{key}={value}" for key, value in {**(ordered_dict or {}), **kwargs}.items())

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)

    def refresh(self, *args, **kwargs):
        pass

    clear = reset = refresh

    def close(self):
        if self._is_closed or self.disable:
            return
        self._is_closed = True
        if self.leave:
            self.file.write(str(self) + "\n")

    def __str__(self):
        took = time.perf_counter() - self.start_t
        minutes, seconds = divmod(int(took), 60)
        rate = f"{self.n / took:.2f}{self.unit}/s" if took else f"?{self.unit}/s"
        desc = f"{self.desc}: " if self.desc and not self.desc.endswith(": ") else self.desc
        postfix = f", {self.postfix}" if self.postfix else ""
        if self.total is None:
            return f"{desc}{self.n}{self.unit} [{minutes:02}:{seconds:02}, {rate}{postfix}]"
        share = self.n / self.total if self.total else 1
        bar = "█" * round(10 * share)
        return f"{desc}{share:4.0%}|{bar:<10}| {self.n}/{self.total} [{minutes:02}:{seconds:02}, {rate}{postfix}]"

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        (file or sys.stdout).write(str(s) + end)


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


asyncio.install(tqdm, trange)
