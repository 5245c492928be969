"""Logging configuration."""


def __getattr__(name):
    # The library's logging is imported when the logger is asked for.
    if name in ("logger", "logging"):
        import logging

        return logging if name == "logging" else logging.getLogger(__package__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
