"""Streams of text and bytes in memory, archives, compression, csv through them."""

import contextlib
import csv
import gzip
import io
import zipfile
import zlib

text = io.StringIO("one\ntwo\nthree")
print(text.readline(), text.read(3), text.tell(), text.readlines(), text.seek(0), [line for line in text], text.getvalue()[:3], text.closed)
text.seek(0, 2)
text.write("\nfour")
text.truncate(3)
print(repr(text.getvalue()), text.readable(), text.writable(), text.seekable())
text.close()
try:
    text.read()
except ValueError as error:
    print(error)
data = io.BytesIO(b"abcdef")
print(data.read(2), data.getbuffer().nbytes, data.readinto(bytearray(2)), data.read1(1), data.seek(-1, 2), data.read())
wrapper = io.TextIOWrapper(io.BytesIO("é\r\nx\n".encode()), encoding="utf-8", newline=None)
print(wrapper.readlines(), wrapper.encoding, wrapper.newlines)
out = io.BytesIO()
with io.TextIOWrapper(out, encoding="utf-8", write_through=True) as writer:
    print("hé", 1, sep="-", file=writer)
    print(out.getvalue())
buffered = io.BufferedReader(io.BytesIO(b"line1\nline2"))
print(buffered.peek(3)[:3], buffered.readline(), list(buffered))
try:
    io.BytesIO().write("x")
except TypeError as error:
    print(error)
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("a.txt", (2024, 1, 2, 3, 4, 6)), "hello " * 50)
    archive.writestr(zipfile.ZipInfo("dir/b.csv", (2024, 1, 2, 3, 4, 6)), "x,y\n1,2\n")
with zipfile.ZipFile(packed) as archive:
    print(archive.namelist(), archive.read("a.txt")[:5], archive.getinfo("a.txt").file_size, archive.testzip())
    with archive.open("dir/b.csv") as member:
        print(list(csv.DictReader(io.TextIOWrapper(member))))
try:
    zipfile.ZipFile(io.BytesIO(b"no zip"))
except zipfile.BadZipFile as error:
    print(error)
squeezed = gzip.compress(b"a" * 100, mtime=0)
print(gzip.decompress(squeezed) == b"a" * 100, squeezed[:2], gzip.GzipFile(fileobj=io.BytesIO(squeezed)).read(3))
with gzip.open(io.BytesIO(squeezed), "rt") as lines:
    print(lines.read(2))
print(zlib.decompress(zlib.compress(b"x", 9)), zlib.crc32(b"x", 1))
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("a", "b", end="")
print(caught.getvalue() == "a b")
print(io.DEFAULT_BUFFER_SIZE > 0, isinstance(text, io.TextIOBase), isinstance(data, io.IOBase), io.SEEK_END)
for line in io.StringIO("a\rb\r\nc", newline=""):
    print(repr(line))
