"""Signals. A program receives those alone that it raises itself, and those of its own alarms."""

import enum
import sys
import time


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65
ITIMER_REAL = 0


def default_int_handler(number, frame, /):
    """The default handler for SIGINT."""
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler}

# The event loops that have handlers of their own, by signal.
_loops = {}


def _check_thread(name):
    threading = sys.modules.get("threading")
    if threading is not None and threading.current_thread() is not threading.main_thread():
        raise ValueError(f"{name} only works in main thread of the main interpreter")


def _known(number):
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    try:
        return Signals(number)
    except ValueError:
        return number


def getsignal(signalnum):
    """The handler of a signal."""
    return _handlers.get(_known(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler):
    """Sets the handler of a signal, and returns the one before."""
    before = getsignal(signalnum)
    _check_thread("signal")
    if not callable(handler):
        if handler not in (Handlers.SIG_DFL, Handlers.SIG_IGN):
            raise TypeError(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
            )
        handler = Handlers(handler)
    if signalnum in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, "Invalid argument")
    _handlers[_known(signalnum)] = handler
    return before


def raise_signal(signalnum, /):
    """Sends a signal to the program."""
    handler = getsignal(signalnum)
    if handler == Handlers.SIG_IGN or (handler == Handlers.SIG_DFL and signalnum in _HARMLESS):
        return
    if handler == Handlers.SIG_DFL:
        # The system would end the process; the exit code is the shell's for that.
        raise SystemExit(128 + signalnum)
    frame = sys._getframe(1)
    handler(int(signalnum), frame)
    loop = _loops.get(signalnum)
    if loop is not None:
        loop.call_soon_threadsafe(loop._handle_signal, signalnum)


_HARMLESS = (Signals.SIGCHLD, Signals.SIGCONT, Signals.SIGURG, Signals.SIGWINCH)


def strsignal(signalnum, /):
    return _WORDS.get(signalnum)


_WORDS = {
    1: "Hangup",
    2: "Interrupt",
    3: "Quit",
    4: "Illegal instruction",
    5: "Trace/breakpoint trap",
    6: "Aborted",
    7: "Bus error",
    8: "Floating point exception",
    9: "Killed",
    10: "User defined signal 1",
    11: "Segmentation fault",
    12: "User defined signal 2",
    13: "Broken pipe",
    14: "Alarm clock",
    15: "Terminated",
    16: "Stack fault",
    17: "Child exited",
    18: "Continued",
    19: "Stopped (signal)",
    20: "Stopped",
    21: "Stopped (tty input)",
    22: "Stopped (tty output)",
    23: "Urgent I/O condition",
    24: "CPU time limit exceeded",
    25: "File size limit exceeded",
    26: "Virtual timer expired",
    27: "Profiling timer expired",
    28: "Window changed",
    29: "I/O possible",
    30: "Power failure",
    31: "Bad system call",
}


def valid_signals():
    return {Signals(number) if number in Signals else number for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    pass


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def setitimer(which, seconds, interval=0.0, /):
    """Raises SIGALRM after some seconds of the run's clock."""
    import _alarms

    return _alarms.set_alarm(seconds, interval, lambda: raise_signal(Signals.SIGALRM))


def getitimer(which, /):
    import _alarms

    return _alarms.left()


def alarm(seconds, /):
    """Raises SIGALRM after some seconds; returns how many an alarm before had left."""
    before, _ = setitimer(ITIMER_REAL, int(seconds))
    return round(before + 0.499)


def pause():
    """Waits for a signal: an alarm's, for there are no others."""
    left, _ = getitimer(ITIMER_REAL)
    if not left:
        raise NotImplementedError("signal.pause waits for what can never come: no alarm is set")
    time.sleep(left)
