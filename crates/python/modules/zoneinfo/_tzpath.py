"""Where zones come from: there are no folders of them, and the command has the data of all."""

import _zones

TZPATH = ()


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


def reset_tzpath(to=None):
    if to is not None and isinstance(to, (str, bytes)):
        raise TypeError(f"tzpath must be a list or tuple, not {type(to)}: {to!r}")


def find_tzfile(key):
    if key.startswith("/"):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    if ".." in key.split("/"):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    return None


def available_timezones():
    """Returns a set containing all available time zones."""
    return set(_zones.names())
