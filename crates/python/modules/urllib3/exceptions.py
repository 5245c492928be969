"""The errors of `urllib3` that those of `requests` are made of."""


class HTTPError(Exception):
    pass


class HTTPWarning(Warning):
    pass


class InsecureRequestWarning(HTTPWarning):
    pass


class TimeoutError(HTTPError):
    pass


class MaxRetryError(HTTPError):
    pass


class ReadTimeoutError(TimeoutError):
    pass
