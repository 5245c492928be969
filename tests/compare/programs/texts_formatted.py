"""Strings: methods, slices, formats of all kinds."""

import string
import textwrap

text = "The quick brown fox"
print(text.upper(), text.lower(), text.swapcase(), text.title(), text.split(), text.split("o", 1), text.rsplit(" ", 1), text.partition(" "), text.find("q"), text.count("o"), text.replace("o", "0", 1))
print(text[4:9], text[::-1], text[-3:], text[::2], text[100:], text.startswith(("A", "The")), text.endswith("x"), "x" in text, text.index("fox"), text.center(25, "*"), text.ljust(22, ".") + "|", text.zfill(21))
print("  a b ".strip(), "xxaxx".strip("x"), "a,b,,c".split(","), "a\nb\r\nc".splitlines(True), "-".join("abc"), "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "é".isascii(), "x_1".isidentifier(), "½".isnumeric())
print("prefix-name".removeprefix("prefix-"), "a.txt".removesuffix(".txt"), "abc".translate(str.maketrans("ab", "xy", "c")), "tab\tx".expandtabs(4), "%s|%5d|%-5s|%05.1f|%x|%%|%r|%c" % ("a", 42, "b", 3.14159, 255, "q", "z"))
name, number, items = "Ada", 1234567.891, [1, "two"]
print(f"{name!r:>10}|{name:^9}|{name:*<6}|{number:,.2f}|{number:e}|{number:.3g}|{number:+.1f}|{42:08b}|{42:#x}|{255:X}|{0.256:.1%}|{1e10:g}|{-5:=+6d}|{10**12:_}|{items}|{items!s:>12}")
width, precision = 12, 3
print(f"{number:{width}.{precision}f}|{'nested ' + f'{name}'}|{name=}|{1 + 1 = }|{number=:.1f}|{{}}|{'a' if name else 'b'}|{dict(a=1)['a']}|{name[0]}|{len(name):>3}")
print("{0} {1} {0} {k} {2[0]} {3.real}".format("a", "b", [9], 5, k="K"), "{:>{w}}".format("x", w=4), "{!r}".format("q"), "{:%}".format(0.5), format(3.0, ".2f"), format("x", "^5"), "{a[b]}".format(a={"b": 1}))
print(f"{1234:n} {3.0} {1e100} {0.1 + 0.2} {1e-7} {100000000000000000.0} {float('nan')} {1j} {True:d} {None!s:>6} {'é':>3} {1.5:10} {2:<5}|{'s':10}|")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\t\n\\\x00\x7f\xa0é\u200b😀"), ascii("é😀"), str(b"bytes"), repr(b"\x00'\""))
print(string.Template("$who likes ${what} $$5").substitute(who="A", what="b"), string.Template("$x $y").safe_substitute(x=1), string.capwords("a bc"), string.ascii_lowercase[:5], string.punctuation)
try:
    string.Template("$x $y").substitute(x=1)
except KeyError as error:
    print("missing", error)
long = "The library wraps a long line of text into lines that are not longer than a width."
print(textwrap.fill(long, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(long, 30), textwrap.dedent("\n    a\n      b\n").strip(), textwrap.indent("x\n\ny", "> "), textwrap.wrap("word " * 3, 9))
print("""triple
  lines""", "con" "cat", r"raw\n", b"by" b"tes", "a" * 3, "abc" < "abd", "Z" < "a", sorted(["b", "B", "a"]), sorted(["b", "B", "a"], key=str.casefold), "é" == "e\u0301")
print("a-b_c d".replace("-", " ").replace("_", " ").split(), " ".join(word.capitalize() for word in "hello big world".split()), "hello"[::-1] == "olleh", {c: "hello".count(c) for c in "helo"}, list("abc"), tuple("ab"), "".join(sorted("hello")), "x".join([]), chr(8364), ord("€"), "é".encode(), len("😀é"))
for value in (0, -0.0, 1.0, 1e22, 1.5e-10, 123456789012345680.0, 1e15, 1e16, 0.1, 2.5, 1 / 3, 100.0, 1e5):
    print(value, repr(value), f"{value}", f"{value:.2f}", f"{value:g}", f"{value:10.3e}", f"{value:,}", round(value, 1))
for wrong in ("{:d}|x", "{:q}|1", "{:.2f}|x", "{|1", "}|1", "{0.x}|1", "{1}|1", "{:>>}|1"):
    form, value = wrong.split("|")
    try:
        print(form.format(int(value) if value == "1" else value))
    except (ValueError, AttributeError, IndexError, KeyError) as error:
        print(form, type(error).__name__, error)
