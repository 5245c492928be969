"""JSON: written, read, and refused."""

import datetime
import decimal
import json
from collections import OrderedDict

data = {"s": "é\n\"q\"\\/\u2028", "n": [1, -2.5, 1e100, 0.1, 10**20], "t": True, "f": False, "z": None, "nested": {"list": [], "dict": {}, "t": (1, 2)}, 1: "int key", None: "none", True: "bool", 2.5: "float"}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=False))
print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, sort_keys=True, indent=4, separators=(",", ": ")), json.dumps([1, 2], separators=(",", ":")), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([1], indent="\t"))
print(json.loads('{"a": [1, 2.0, "x", null, true], "b": {"c": -1.5e3}, "u": "\\u00e9\\ud83d\\ude00"}'), json.loads(" [1 , 2] "), json.loads('"x"'), json.loads("12"), json.loads(b'{"k": "\xc3\xa9"}'))
print(json.dumps(float("nan")), json.dumps(float("-inf")), json.loads("NaN"), json.loads("-Infinity"), json.loads("1E5"), json.loads("-0"), json.loads("123456789012345678901234567890"))
for wrong in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", "[1 2]", '"open', '{"a": 1,}', "1 2", "01", "[1}", '{"a": }', "\ufeff[]", '"\\u12"', "-", "tru"):
    try:
        print(json.loads(wrong))
    except json.JSONDecodeError as error:
        print(repr(wrong), "|", error, "|", error.msg, error.lineno, error.colno, error.pos)
for wrong in ({1, 2}, datetime.date(2024, 1, 1), {(1, 2): 3}, b"x", object, 1j):
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(error)
try:
    json.dumps(float("inf"), allow_nan=False)
except ValueError as error:
    print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, set):
            return sorted(value)
        return super().default(value)


print(json.dumps({"d": datetime.date(2024, 5, 6), "s": {2, 1}}, cls=Encoder), json.dumps([decimal.Decimal("1.5")], default=str), json.dumps({(1,): 1, "a": 2}, skipkeys=True))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: sorted(d)), json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict), json.loads("[1.10, 2]", parse_float=decimal.Decimal, parse_int=str), json.loads('{"a": 1, "a": 2}'))
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] rest'), list(json.JSONEncoder().iterencode([1, {"a": None}])), "".join(json.JSONEncoder(indent=1).iterencode([1])))
