"""Texts as bytes in many encodings, and what cannot be encoded."""

import codecs
import io
import unicodedata

samples = {
    "utf-8": "né €", "utf-16": "hé", "utf-16-le": "hé", "utf-32": "h", "utf-32-be": "é", "utf-8-sig": "x", "latin-1": "é",
    "cp1252": "€“", "cp1251": "Привет", "koi8-r": "Привет", "iso-8859-15": "€", "gbk": "汉字", "gb18030": "汉😀", "gb2312": "汉",
    "big5": "漢字", "shift_jis": "日本", "euc-jp": "日本", "euc-kr": "한글", "cp949": "한글", "iso2022_jp": "日本", "ascii": "x",
    "cp437": "é", "utf-7": "é", "mac-roman": "é", "idna": "bücher.de", "punycode": "bücher", "unicode_escape": "é\n", "raw_unicode_escape": "€", "hz": "汉",
}
for name, text in samples.items():
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
for text, name in (("é", "ascii"), ("€", "latin-1"), ("日", "cp1252"), ("😀", "gbk")):
    try:
        text.encode(name)
    except UnicodeEncodeError as error:
        print(error, error.start, error.end, error.reason)
for data, name in ((b"\xff\xfe\xfa", "utf-8"), (b"a\xe9", "utf-8"), (b"\x80", "ascii"), (b"\xff", "gbk"), (b"\x81", "cp1252")):
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        print(error)
print("é€x".encode("ascii", "ignore"), "é€x".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é€".encode("ascii", "backslashreplace"), "é".encode("ascii", "namereplace"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xff".decode("utf-8", "backslashreplace"), b"a\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
codecs.register_error("stars", lambda error: ("*" * (error.end - error.start), error.end))
print("aéb".encode("ascii", "stars"))
print(codecs.lookup("utf8").name, codecs.lookup("latin1").name, codecs.encode("hello", "rot13"), codecs.decode(b"6869", "hex"), codecs.BOM_UTF8)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([byte])) for byte in "é€".encode()])
try:
    "x".encode("nosuch")
except LookupError as error:
    print(error)
reader = io.TextIOWrapper(io.BytesIO("één\r\ntwee\n".encode("utf-16")), encoding="utf-16")
print(reader.read().splitlines())
print(unicodedata.name("é"), unicodedata.normalize("NFD", "é").encode(), unicodedata.category("A"), unicodedata.lookup("EURO SIGN"), unicodedata.numeric("½"), unicodedata.east_asian_width("漢"))
print("ß".upper(), "İ".lower(), "ǆ".title(), "ŉ".upper(), "Straße".casefold(), "ﬁ".upper())
