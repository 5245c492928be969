"""Cookies: kept by host and path, as sites set them."""

from collections.abc import MutableMapping
from urllib.parse import urlsplit


class Cookie:
    """A cookie."""

    def __init__(self, name, value, domain="", path="/", secure=False):
        self.name, self.value, self.domain, self.path, self.secure = name, value, domain, path, secure

    def __repr__(self):
        return f"Cookie(name={self.name!r}, value={self.value!r}, domain={self.domain!r}, path={self.path!r})"


class Jar(MutableMapping):
    """Cookies by name."""

    def __init__(self, cookies=None):
        self._cookies = {}
        self.update(cookies or {})

    def set(self, name, value, domain="", path="/", **_others):
        key = (domain, path, name)
        if value is None:
            self._cookies.pop(key, None)
        else:
            self._cookies[key] = Cookie(name, value, domain, path)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __getitem__(self, name):
        for cookie in self._cookies.values():
            if cookie.name == name:
                return cookie.value
        raise KeyError(name)

    def __delitem__(self, name):
        self._cookies = {key: it for key, it in self._cookies.items() if it.name != name}

    def __iter__(self):
        return iter([cookie.name for cookie in self._cookies.values()])

    def __len__(self):
        return len(self._cookies)

    def update(self, other=(), **kwargs):
        if isinstance(other, Jar):
            self._cookies.update(other._cookies)
        else:
            super().update(other or (), **kwargs)

    def take(self, address, headers):
        """Keeps what an answer sets."""
        host = urlsplit(address).hostname or ""
        for name, value in headers:
            if name.lower() == "set-cookie":
                self._take(host, value)

    def _take(self, host, text):
        first, *attributes = text.split(";")
        name, _, value = first.partition("=")
        domain, path = host, "/"
        for attribute in attributes:
            key, _, setting = attribute.strip().partition("=")
            if key.lower() == "path" and setting.startswith("/"):
                path = setting
            elif key.lower() == "domain" and setting:
                domain = setting.lstrip(".")
            elif key.lower() == "max-age" and setting.strip() in ("0", "-1"):
                value = ""
        is_gone = not value and any("max-age" in it.lower() for it in attributes)
        self.set(name.strip(), None if is_gone else value.strip().strip('"'), domain, path)

    def header(self, address):
        """Returns what is sent to an address; None if nothing is."""
        parts = urlsplit(address)
        host, path = parts.hostname or "", parts.path or "/"
        sent = [
            f"{cookie.name}={cookie.value}"
            for cookie in self._cookies.values()
            if (not cookie.domain or host == cookie.domain or host.endswith("." + cookie.domain))
            and path.startswith(cookie.path)
        ]
        return "; ".join(sent) or None
