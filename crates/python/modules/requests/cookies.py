"""Cookies."""

from _web.cookies import Cookie, Jar


class RequestsCookieJar(Jar):
    """Cookies by name; `for cookie in jar` gives cookies, as in the real one."""

    def get_dict(self, domain=None, path=None):
        return {
            cookie.name: cookie.value
            for cookie in self
            if (domain is None or cookie.domain == domain) and (path is None or cookie.path == path)
        }

    def get(self, name, default=None, domain=None, path=None):
        found = self.get_dict(domain, path)
        return found.get(name, default)

    def __iter__(self):
        return iter(list(self._cookies.values()))

    def __contains__(self, name):
        return any(cookie.name == name for cookie in self)

    def keys(self):
        return [cookie.name for cookie in self]

    def values(self):
        return [cookie.value for cookie in self]

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self]

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in self))

    def clear(self, *_args):
        self._cookies = {}

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        shown = ", ".join(f"<Cookie {it.name}={it.value} for {it.domain}{it.path}>" for it in self)
        return f"<RequestsCookieJar[{shown}]>"


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    jar = RequestsCookieJar() if cookiejar is None else cookiejar
    for name, value in (cookie_dict or {}).items():
        if overwrite or name not in jar:
            jar[name] = value
    return jar
