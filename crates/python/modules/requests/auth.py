"""Names and passwords."""

import base64


class AuthBase:
    """What adds a name and a password to a request."""

    def __call__(self, r):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username, self.password = username, password

    def __eq__(self, other):
        return (self.username, self.password) == (
            getattr(other, "username", None),
            getattr(other, "password", None),
        )

    def __call__(self, r):
        pair = f"{self.username}:{self.password}".encode("latin-1")
        r.headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
        return r


class HTTPDigestAuth(AuthBase):
    def __init__(self, username, password):
        raise NotImplementedError("requests.auth.HTTPDigestAuth is missing: HTTPBasicAuth is here")
