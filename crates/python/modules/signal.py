"""The names of signals. A program never receives one."""

import enum


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGTERM = 15


SIGHUP = Signals.SIGHUP
SIGINT = Signals.SIGINT
SIGTERM = Signals.SIGTERM
SIG_DFL = 0
SIG_IGN = 1


def default_int_handler(number, frame):
    raise KeyboardInterrupt


def getsignal(number):
    return default_int_handler if number == SIGINT else SIG_DFL


def signal(number, handler):
    return getsignal(number)
