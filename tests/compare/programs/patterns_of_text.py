"""Regular expressions."""

import re

text = "Ada: 36 years, ada@example.com; Bob: 5 years, bob@test.org"
print(re.findall(r"\w+@\w+\.\w+", text), re.findall(r"(\w+): (\d+)", text), re.search(r"\d+", text).group(), re.match(r"\d", text))
match = re.search(r"(?P<name>[A-Z]\w+): (?P<age>\d+)", text)
print(match, match["name"], match.group("age", 1), match.groups(), match.groupdict(), match.span(), match.start("age"), match.end(), match.lastgroup, match.re.pattern, match.string[:3], match.pos)
print(re.sub(r"\d+", lambda m: str(int(m[0]) + 1), text), re.sub(r"(\w+)@(\w+)", r"\2 at \1", text, count=1), re.subn("a", "A", "banana"), re.sub(r"(?P<x>a)", r"<\g<x>>", "cat"))
print(re.split(r"[;,]\s*", text), re.split(r"(-)", "a-b-c", maxsplit=1), re.escape("a.b*c?"), re.fullmatch(r"[a-z]+", "abc") is not None, [m.start() for m in re.finditer("a", "banana")])
print(re.compile(r"""
    (\d{3})  # area
    [-.\s]?
    (\d{4})  # number
""", re.VERBOSE).search("call 555-1234").groups(), re.findall("^x", "x\nx", re.M), re.findall("a.b", "a\nb", re.S), re.findall("É", "é", re.I), re.compile("a", re.I | re.M).flags)
print(re.findall(r"(?<=\$)\d+", "cost $5 and $60"), re.findall(r"\b\w{3}\b", "the cat sat on"), re.findall(r"a(?!b)", "ab ac"), re.findall(r"(?:ab)+", "ababx"), re.findall(r"<.+?>", "<a><b>"), re.findall(r"(a)|(b)", "ab"), re.findall("", "ab"), re.match(r"(a)?(b)", "b").groups("none"))
print(re.findall(r"[^\W\d_]+", "a1_é"), re.findall(r"\d", "٣4"), re.findall(r"\d", "٣4", re.A), re.sub(r"\s+", " ", " a \n b "), re.findall(r"(\w)\1", "hello book"), re.match(r"(?i:A)b", "ab"), re.search(r"(?>a+)b", "aab"), re.search(r"a++", "aaa"), re.findall(r"\Aab|b\Z", "abb"))
for wrong in ("(", "[a", "*a", "a{2,1}", r"\1", "(?P<1>a)", "(?<=a+)b", "(?z)", r"\q", "a**"):
    try:
        re.compile(wrong)
    except re.error as error:
        print(wrong, "|", error, "|", error.pos)
print(repr(re.compile("a", re.I)), re.compile(b"a").search(b"ba"), re.compile("a") == re.compile("a"), re.compile(r"(?P<k>a)(b)").groupindex, re.compile("(a)(b)").groups, re.IGNORECASE, re.I | re.X)
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[+*]", lambda s, t: t), (r"\s+", None)])
print(scanner.scan("1 + 23*x"))
tokens = re.compile(r"(?P<NUM>\d+)|(?P<OP>[-+*/()])|(?P<WS>\s+)|(?P<BAD>.)")
print([(m.lastgroup, m[0]) for m in tokens.finditer("3 + (4*x)") if m.lastgroup != "WS"])
try:
    re.search("a", b"a")
except TypeError as error:
    print(error)
print(match.expand(r"\1-\g<age>"), match[0], bool(match), re.purge(), re.template if hasattr(re, "template") else "none")
