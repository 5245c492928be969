"""The dictionaries of `requests`."""

from _web.headers import Headers


class CaseInsensitiveDict(Headers):
    """Headers by name, in capital or small letters."""


class LookupDict(dict):
    """Names as attributes."""

    def __init__(self, name=None):
        self.name = name
        super().__init__()

    def __repr__(self):
        return f"<lookup '{self.name}'>"

    def __getitem__(self, key):
        return self.__dict__.get(key)

    def get(self, key, default=None):
        return self.__dict__.get(key, default)
