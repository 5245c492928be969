"""Statuses by their names: `requests.codes.not_found` is 404."""

from http import HTTPStatus

from .structures import LookupDict

codes = LookupDict(name="status_codes")

for _status in HTTPStatus:
    for _name in (_status.name.lower(), _status.name):
        setattr(codes, _name, _status.value)
for _name, _value in (("okay", 200), ("all_ok", 200), ("found", 302), ("teapot", 418), ("im_a_teapot", 418)):
    setattr(codes, _name, _value)
    setattr(codes, _name.upper(), _value)
for _name, _value in (("server_error", 500), ("too_many", 429), ("unavailable", 503), ("timeout", 408)):
    setattr(codes, _name, _value)
