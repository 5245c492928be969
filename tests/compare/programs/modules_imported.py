"""Modules of the library: all can be imported, what they need is another matter."""

import importlib

NAMES = """abc argparse array ast asyncio.exceptions asyncio.events asyncio.locks asyncio.queues asyncio.tasks asyncio.timeouts asyncio.taskgroups
asyncio.futures asyncio.subprocess asyncio.log asyncio.coroutines asyncio.base_events asyncio.runners asyncio.staggered asyncio.streams
asyncio.transports asyncio.protocols atexit base64 binascii bisect bz2 calendar cmath code codecs collections.abc colorsys
concurrent.futures concurrent.futures.thread configparser contextlib contextvars copy copyreg cProfile csv ctypes curses dataclasses
datetime decimal difflib doctest email email.message enum errno faulthandler fileinput fnmatch fractions functools gc getpass
gettext glob graphlib gzip hashlib heapq hmac html html.parser html.entities http http.client http.server imaplib importlib.metadata
inspect io ipaddress itertools json keyword linecache locale logging.handlers logging.config math mimetypes multiprocessing numbers
operator optparse os os.path pathlib pickle pkgutil platform pprint profile pstats queue random re readline reprlib resource sched
secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep
struct subprocess symtable sys sysconfig tempfile textwrap threading time timeit token tokenize tomllib traceback tracemalloc tty
types typing unicodedata unittest unittest.mock urllib.parse urllib.request urllib.error urllib.robotparser uuid warnings weakref
wsgiref xml.etree.ElementTree xml.dom.minidom xml.sax zipfile zlib zoneinfo _thread marshal""".split()
for name in NAMES:
    try:
        module = importlib.import_module(name)
    except BaseException as error:
        print(name, type(error).__name__, error)
    else:
        print(module.__name__ in (name, "posixpath"))
for name in ("nosuchmodule", "json.nosuch", "numpy_that_is_not_there"):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error, error.name)
try:
    from math import nosuchname
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import socket
    import subprocess
    from multiprocessing import cpu_count

    print(cpu_count() >= 1, issubclass(subprocess.CalledProcessError, Exception), issubclass(socket.timeout, OSError), subprocess.PIPE)
    raise subprocess.CalledProcessError(2, "ls")
except subprocess.CalledProcessError as error:
    print(error, error.returncode)
