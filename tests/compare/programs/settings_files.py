"""Settings as text: sections, interpolation, TOML, shell words."""

import configparser
import io
import json
import shlex
import tomllib

config = configparser.ConfigParser()
config.read_string("""
[DEFAULT]
root = /srv
retries = 3

[server]
; a comment
host = example.com
port: 8080
debug = yes
path = %(root)s/www
long = one
    two

[empty]
flag
""".replace("flag\n", "flag = \n"))
print(config.sections(), config.defaults())
server = config["server"]
print(server["path"], server.getint("port"), server.getboolean("debug"), server.getfloat("retries"), repr(server["long"]))
print(server.get("none"), server.get("none", "fallback"), config.get("server", "x", fallback=1), "host" in server)
print(dict(config.items("empty")), list(server))
config["new"] = {"a": 1, "b": "two"}
config.set("new", "c", "3")
config.remove_option("new", "a")
config.remove_section("empty")
out = io.StringIO()
config.write(out)
print(out.getvalue())
for wrong in ("a = 1", "[s]\nx = 1\nx = 2", "[s]\n[s]"):
    try:
        configparser.ConfigParser().read_string(wrong)
    except configparser.Error as error:
        print(type(error).__name__, str(error).replace("\n", " / "))
try:
    config["nosuch"]
except KeyError as error:
    print("KeyError", error)
try:
    config.get("server", "missing")
except configparser.NoOptionError as error:
    print(error)
other = configparser.ConfigParser(allow_no_value=True, interpolation=configparser.ExtendedInterpolation(), delimiters="=")
other.read_string("[a]\nx = 1\ny = ${x}${b:z}\nalone\n[b]\nz = 9\n")
print(other["a"]["y"], other["a"]["alone"])
print(configparser.RawConfigParser({"k": "%(v)s"}).defaults())
document = tomllib.loads("""
title = "TOML" # note
when = 1979-05-27T07:32:00Z
day = 2024-02-29
[owner]
names = ["a", 'b']
point = {x = 1, y = 2.5}
big = 1_000
hex = 0xff
[[items]]
n = 1
[[items]]
n = 2
""")
print(json.dumps(document, default=str, indent=1))
for wrong in ("a = ", "a = 1\na = 2", "[x", 'k = "v'):
    try:
        tomllib.loads(wrong)
    except tomllib.TOMLDecodeError as error:
        print(error)
print(shlex.split("run 'a b' \"c d\" e\\ f # not a note"), shlex.split("a # note", comments=True))
print(shlex.quote("it's"), shlex.join(["a b", "c"]), list(shlex.shlex("x=1;y", punctuation_chars=True)))
try:
    shlex.split("'open")
except ValueError as error:
    print(error)
