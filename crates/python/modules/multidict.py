"""Dictionaries by name in capital or small letters, as `aiohttp` has them."""

from _web.headers import Headers


class CIMultiDict(Headers):
    """Headers; of several values of one name, the last."""

    def getall(self, key, default=()):
        value = self.get(key)
        return list(default) if value is None else [value]

    def getone(self, key, *default):
        return self.get(key, *default) if default else self[key]

    def add(self, key, value):
        self[key] = f"{self[key]}, {value}" if key in self else value

    def extend(self, *args, **kwargs):
        self.update(*args, **kwargs)

    def __repr__(self):
        shown = ", ".join(f"{key!r}: {value!r}" for key, value in self.items())
        return f"<{type(self).__name__}({shown})>"


class CIMultiDictProxy(CIMultiDict):
    """Headers that cannot be changed by programs."""


class MultiDict(dict):
    """Fields; of several values of one name, the last."""

    def getall(self, key, default=()):
        return [self[key]] if key in self else list(default)

    def add(self, key, value):
        self[key] = value


class MultiDictProxy(MultiDict):
    pass
