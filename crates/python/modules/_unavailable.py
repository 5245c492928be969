"""Modules and functions of the operating system that a program does not get: each raises an error
that says what to use instead. `_refused` has those of the library, which can be imported.

The calendar works on the run's clock, and in UTC: a program prints the same everywhere.
"""

import _json
import _random
import _thread
import builtins
import io
import itertools
import sys
import time

_NO_SOCKETS = "there are no sockets here; asyncio.sleep stands for the wait"
_NO_FILES = "programs have no files here; keep the text in a string, or in io.StringIO"
_NO_BROWSER = "there is no browser here; requests, httpx or aiohttp fetch a page, and bs4 reads it"
_PARSER = 'there is no module of that name here; BeautifulSoup(page, "{}") reads a page as it does'
_NO_RETRIES = "requests has one network here, which retries nothing; call again in a loop"

MODULES = {
    "aiofiles": _NO_FILES,
    "aiohttp.web": _NO_SOCKETS,
    "anyio": "the library's own asyncio is here",
    "curio": "the library's own asyncio is here",
    "html5lib": _PARSER.format("html5lib"),
    "IPython": "of a notebook only %time, %%time and await at the top level are here",
    "lxml": _PARSER.format("lxml"),
    "matplotlib": "a program draws nothing here; --format svg draws its tasks",
    "nest_asyncio": "the top level may await here, and asyncio.run needs no patch; leave it out",
    "playwright": _NO_BROWSER,
    "pyppeteer": _NO_BROWSER,
    "requests_html": _NO_BROWSER,
    "scrapy": "requests, httpx or aiohttp fetch a page here, and bs4 reads it",
    "selenium": _NO_BROWSER,
    "trio": "the library's own asyncio is here",
    "urllib3.util": _NO_RETRIES,
    "uvloop": "the event loop is Interleave's own, and needs no other",
}


def _input(prompt="", /):
    """A line of `sys.stdin`, which is empty unless the program has put another stream in its place."""
    sys.stdout.write(str(prompt))
    line = sys.stdin.readline()
    if line:
        return line.removesuffix("\n")
    error = EOFError("EOF when reading a line")
    if sys.stdin is sys.__stdin__:
        error.add_note("a program cannot read from the keyboard here; write the value into the program")
    raise error


_gmtime = time.gmtime
_strftime = time.strftime
_asctime = time.asctime


def _utc(seconds=None, /):
    return _gmtime(time.time() if seconds is None else seconds)


_unseeded = itertools.count()


class _Random(_random.Random):
    def seed(self, a=None, /):
        if a is None:
            a = next(_unseeded)
        elif not isinstance(a, int):
            # The hash as C has it: without a sign.
            a = hash(a) % 2**64
        super().seed(a)


def _excepthook(args, /):
    """Reports an error that a thread did not catch."""
    import traceback

    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else _thread.get_ident()
    print(f"Exception in thread {name}:", file=sys.stderr, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr)


class _ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def install(native):
    # With these the library's `threading` does without its traceback, which takes long to import.
    _thread._excepthook, _thread._ExceptHookArgs = _excepthook, _ExceptHookArgs
    # The native scanner nests without a limit; without it `json` takes its own scanner, in Python.
    del _json.make_scanner
    # A program that sets no seed gets the same numbers in each run.
    _random.Random = _Random
    builtins.input, builtins.open = native(_input), native(io.open)
    io.open = builtins.open
    # The library stores the function in a class, where a plain function would become a method.
    time.gmtime = time.localtime = staticmethod(_utc)
    time.strftime = lambda format, moment=None, /: _strftime(format, moment or _utc())
    time.asctime = lambda moment=None, /: _asctime(moment or _utc())
    time.ctime = lambda seconds=None, /: _asctime(_utc(seconds))
    time.timezone = time.altzone = time.daylight = 0
    time.tzname = ("UTC", "UTC")
