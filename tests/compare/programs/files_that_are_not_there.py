"""What programs do about files that are missing."""

import os
import pathlib

for path in ("no such file.txt", "/no/such/file", pathlib.Path("none") / "x.txt"):
    try:
        open(path)
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno, error.strerror, error.filename)
try:
    with open("settings.ini") as file:
        print(file.read())
except OSError as error:
    print("defaults, for:", error)
try:
    pathlib.Path("notes.txt").read_text()
except FileNotFoundError as error:
    print(error)
print(os.path.exists("a.txt"), os.path.isfile("a.txt"), pathlib.Path("b").is_dir(), os.access("c", os.R_OK))
for listing in (os.listdir, os.stat):
    try:
        listing("no folder")
    except FileNotFoundError as error:
        print(error)
for mode in ("z", "rw", "rbt", ""):
    try:
        open("x", mode)
    except ValueError as error:
        print(error)
