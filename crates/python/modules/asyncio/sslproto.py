"""Nothing: there are no sockets here."""

from . import constants

SSLProtocol = None


def add_flowcontrol_defaults(high, low, kb):
    return high, low
