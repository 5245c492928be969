"""The names of `urllib3` that programs with `requests` use; there are no pools of connections here."""

from . import exceptions


def disable_warnings(category=exceptions.HTTPWarning):
    """There is nothing to warn of: certificates are always checked."""


def __getattr__(name):
    raise AttributeError(f"urllib3.{name} is missing: requests.get and requests.Session fetch pages here")
