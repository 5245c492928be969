"""What the interpreter has of its system, where there is none under it: in a page.

The numbers are those of Linux, as in the command.
"""

import errno
import time
from types import SimpleNamespace

NUMBERS = """
EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9 ECHILD=10 EAGAIN=11
EWOULDBLOCK=11 ENOMEM=12 EACCES=13 EFAULT=14 ENOTBLK=15 EBUSY=16 EEXIST=17 EXDEV=18 ENODEV=19
ENOTDIR=20 EISDIR=21 EINVAL=22 ENFILE=23 EMFILE=24 ENOTTY=25 ETXTBSY=26 EFBIG=27 ENOSPC=28 ESPIPE=29
EROFS=30 EMLINK=31 EPIPE=32 EDOM=33 ERANGE=34 EDEADLK=35 EDEADLOCK=35 ENAMETOOLONG=36 ENOLCK=37
ENOSYS=38 ENOTEMPTY=39 ELOOP=40 ENOMSG=42 EIDRM=43 ECHRNG=44 EL2NSYNC=45 EL3HLT=46 EL3RST=47
ELNRNG=48 EUNATCH=49 ENOCSI=50 EL2HLT=51 EBADE=52 EBADR=53 EXFULL=54 ENOANO=55 EBADRQC=56 EBADSLT=57
EBFONT=59 ENOSTR=60 ENODATA=61 ETIME=62 ENOSR=63 ENONET=64 ENOPKG=65 EREMOTE=66 ENOLINK=67 EADV=68
ESRMNT=69 ECOMM=70 EPROTO=71 EMULTIHOP=72 EDOTDOT=73 EBADMSG=74 EOVERFLOW=75 ENOTUNIQ=76 EBADFD=77
EREMCHG=78 ELIBACC=79 ELIBBAD=80 ELIBSCN=81 ELIBMAX=82 ELIBEXEC=83 EILSEQ=84 ERESTART=85 ESTRPIPE=86
EUSERS=87 ENOTSOCK=88 EDESTADDRREQ=89 EMSGSIZE=90 EPROTOTYPE=91 ENOPROTOOPT=92 EPROTONOSUPPORT=93
ESOCKTNOSUPPORT=94 ENOTSUP=95 EOPNOTSUPP=95 EPFNOSUPPORT=96 EAFNOSUPPORT=97 EADDRINUSE=98
EADDRNOTAVAIL=99 ENETDOWN=100 ENETUNREACH=101 ENETRESET=102 ECONNABORTED=103 ECONNRESET=104
ENOBUFS=105 EISCONN=106 ENOTCONN=107 ESHUTDOWN=108 ETOOMANYREFS=109 ETIMEDOUT=110 ECONNREFUSED=111
EHOSTDOWN=112 EHOSTUNREACH=113 EALREADY=114 EINPROGRESS=115 ESTALE=116 EUCLEAN=117 ENOTNAM=118
ENAVAIL=119 EISNAM=120 EREMOTEIO=121 EDQUOT=122 ENOMEDIUM=123 EMEDIUMTYPE=124 ECANCELED=125
ENOKEY=126 EKEYEXPIRED=127 EKEYREVOKED=128 EKEYREJECTED=129 EOWNERDEAD=130 ENOTRECOVERABLE=131
ERFKILL=132
"""

# The names that stand for a number that another name has, too.
OTHER_NAMES = {"EWOULDBLOCK", "EDEADLK", "EOPNOTSUPP"}

CLOCKS = {
    "CLOCK_REALTIME": 0, "CLOCK_MONOTONIC": 1, "CLOCK_PROCESS_CPUTIME_ID": 2, "CLOCK_THREAD_CPUTIME_ID": 3,
    "CLOCK_MONOTONIC_RAW": 4, "CLOCK_BOOTTIME": 7, "CLOCK_TAI": 11,
}

# The clock under each of Python's, and whether it can be set.
CLOCK_OF = {
    "monotonic": ("CLOCK_MONOTONIC", False), "perf_counter": ("CLOCK_MONOTONIC", False),
    "process_time": ("CLOCK_PROCESS_CPUTIME_ID", False), "thread_time": ("CLOCK_THREAD_CPUTIME_ID", False),
    "time": ("CLOCK_REALTIME", True),
}

RESOLUTION_S = 1e-09


def get_clock_info(name):
    if name not in CLOCK_OF:
        raise ValueError("unknown clock")
    clock, adjustable = CLOCK_OF[name]
    return SimpleNamespace(
        implementation=f"time.clock_gettime({clock})",
        monotonic=not adjustable,
        adjustable=adjustable,
        resolution=RESOLUTION_S,
    )


def clock_getres(clock):
    return RESOLUTION_S


def clock_gettime(clock):
    return time.time()


def clock_gettime_ns(clock):
    return time.time_ns()


# What is written of a moment in the words of C, in smaller words: the first is longest.
LONGER = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "r": "%I:%M:%S %p",
}


def _plain(format, seconds=None, zone=None):
    """Returns a format without what the interpreter writes otherwise."""
    parts = format.split("%%")
    for letter, longer in LONGER.items():
        parts = [part.replace("%" + letter, longer) for part in parts]
    if zone is not None:
        parts = [part.replace("%Z", zone) for part in parts]
    if seconds is not None:
        parts = [part.replace("%s", str(seconds())) for part in parts]
    return "%%".join(parts)


def _of_the_day(wall_time):
    """The functions of `time` that take a moment, and now if they get none; the interpreter counts days from Sunday."""
    gmtime, strftime = time.gmtime, time.strftime

    def split(seconds=None, /):
        parts = gmtime(wall_time() if seconds is None else seconds)
        return time.struct_time((*parts[:6], (parts[6] - 1) % 7, *parts[7:]))

    def written(format, moment=None, /):
        moment = split() if moment is None else moment
        return strftime(_plain(format, lambda: int(time.mktime(moment)), "UTC"), moment)

    def as_c(moment=None, /):
        moment = split() if moment is None else tuple(moment)
        return f"{DAYS[moment[6]]} {MONTHS[moment[1] - 1]} {moment[2]:2} {moment[3]:02}:{moment[4]:02}:{moment[5]:02} {moment[0]}"

    functions = {
        "gmtime": split,
        "localtime": lambda seconds=None, /: split(seconds),
        "ctime": lambda seconds=None, /: as_c(split(seconds)),
        "asctime": as_c,
        "strftime": written,
    }
    for name, function in functions.items():
        function.__doc__ = getattr(time, name).__doc__
        function.__name__ = function.__qualname__ = name
        function.__module__ = "time"
        setattr(time, name, function)


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _of_moments(wall_time):
    """The ways in which a `datetime` is made of now."""

    def now(cls, tz=None):
        return cls.fromtimestamp(wall_time(), tz)

    def utcnow(cls):
        from datetime import timezone

        return cls.fromtimestamp(wall_time(), timezone.utc).replace(tzinfo=None)

    def today(cls):
        return cls.now()

    return {function.__name__: classmethod(function) for function in (now, utcnow, today)}


def _writes(strftime):
    """The way in which a date or a time is written."""

    def written(self, format):
        # A moment without a zone is one of the local zone, which is UTC.
        return strftime(self, _plain(format, lambda: int(time.mktime(self.timetuple()))))

    written.__name__ = written.__qualname__ = "strftime"
    return written


def install(wall_time, date, datetime, clock_time):
    """Returns what the classes for moments have otherwise: they take attributes from inside alone."""
    for pair in NUMBERS.split():
        name, number = pair.split("=")
        setattr(errno, name, int(number))
        if name not in OTHER_NAMES:
            errno.errorcode[int(number)] = name
    for name, number in CLOCKS.items():
        setattr(time, name, number)
    for function in (get_clock_info, clock_getres, clock_gettime, clock_gettime_ns):
        function.__module__ = "time"
        setattr(time, function.__name__, function)
    _of_the_day(wall_time)
    return (
        {"strftime": _writes(date.strftime)},
        _of_moments(wall_time) | {"strftime": _writes(datetime.strftime)},
        {"strftime": _writes(clock_time.strftime)},
    )
