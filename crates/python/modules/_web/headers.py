"""Headers by name, in capital or small letters."""

from collections.abc import Mapping, MutableMapping


class Headers(MutableMapping):
    """Headers in the order in which they were set; the last of one name counts."""

    def __init__(self, data=None, **kwargs):
        self._store = {}
        self.update(data or {}, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (key for key, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self._store

    def lower_items(self):
        return ((key, value) for key, (_, value) in self._store.items())

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.lower_items()) == dict(type(self)(other).lower_items())

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return str(dict(self.items()))


def joined(pairs, kind=Headers):
    """Makes headers of pairs; values of one name are joined by commas."""
    headers = kind()
    for name, value in pairs:
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def content_type(value):
    """Returns the media type and the charset of a `Content-Type`; None for what is not there."""
    if not value:
        return None, None
    kind, *parameters = value.split(";")
    for parameter in parameters:
        key, _, text = parameter.partition("=")
        if key.strip().lower() == "charset" and text.strip():
            return kind.strip().lower(), text.strip().strip("'\"")
    return kind.strip().lower(), None
