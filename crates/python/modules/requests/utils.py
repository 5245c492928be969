"""Small functions of `requests` that programs call."""

from urllib.parse import quote, unquote

from _web.addresses import quoted as requote_uri

from .models import _encoding_of as get_encoding_from_headers
from .sessions import default_headers


def default_user_agent(name="python-requests"):
    return f"{name}/2.34.2"


def dict_from_cookiejar(jar):
    return jar.get_dict()
