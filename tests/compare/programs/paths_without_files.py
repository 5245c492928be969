"""Paths as text: parts, joins, suffixes, matches."""

import os.path
import posixpath
from fnmatch import filter as matching
from fnmatch import fnmatch
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

path = PurePosixPath("/srv/data/report.tar.gz")
print(path.name, path.stem, path.suffix, path.suffixes, path.parent, path.parts, path.anchor)
print(path.with_suffix(".zip"), path.with_name("x"), path.with_stem("y"), path / ".." / "z", path.as_uri())
print(list(path.parents), path.is_absolute(), path.relative_to("/srv"), path.is_relative_to("/etc"))
print(path.match("*.gz"), path.match("data/*"), PurePosixPath("a/b/c").joinpath("d", "/e"))
print(repr(path), str(path), path == PurePosixPath("/srv//data/./report.tar.gz"), hash(path) == hash(PurePosixPath(str(path))))
windows = PureWindowsPath("C:\\Users\\Ada\\notes.txt")
print(windows.drive, windows.root, windows.parts, windows.as_posix(), windows == PureWindowsPath("c:/users/ada/NOTES.TXT"))
print(sorted([PurePosixPath("b"), PurePosixPath("a/z"), PurePosixPath("a")]))
print(Path("a") / "b" / "c.txt", Path("x.txt").suffix, isinstance(Path("a"), PurePath))
try:
    path.relative_to("/etc")
except ValueError as error:
    print(error)
try:
    path.with_name("")
except ValueError as error:
    print(error)
print(PurePosixPath("/a/b").relative_to("/a/c", walk_up=True), PurePosixPath("a", "b", "..").parts)
print(os.path.join("a", "b", "/c", "d"), os.path.split("/a/b.txt"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b/"))
print(os.path.normpath("a//b/../c/."), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.commonprefix(["abc", "abd"]))
print(os.path.isabs("/x"), os.path.dirname("/a/b/c"), posixpath.relpath("/a/b", "/a/c/d"))
print(fnmatch("data.csv", "*.csv"), matching(["a.py", "b.txt", "c.py"], "*.py"), fnmatch("x1", "x[0-9]"))
print(os.fspath(Path("q")), os.sep, os.linesep == "\n", os.path.exists("/no/such/file"), Path("/no/such").is_dir())
