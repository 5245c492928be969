//! Parts of texts: methods, formats, patterns.

use super::{Part, part, with};

pub(super) const PARTS: &[Part] = &[
    part(
        r#"
text = $s
print(text, repr(text), len(text), text.upper(), text.title(), text.swapcase(), text[::-1])
print(text.split(), text.split($s or ","), text.partition($s or "x"), text.strip($s), text.replace($s, $s, $n), text.count("l"), text.find($s))
print(text.isalpha(), text.isalnum(), text.istitle(), text.isupper(), text.isascii(), text.startswith("H"), text.center(12, "$[*|-|.]$"), sorted(text)[:5])
$?print(text.encode(), text.zfill(12), text.splitlines(), text.expandtabs($k))
"#,
    ),
    part(
        r#"
n, x, text = $i, $f, $s
print(f"{n:$I}|{x:$F}|{text:$S}|{text!r:>12}|{n=}|{x=:$F}|{n + 1}|{{}}")
print(f"{ $f:$F} { $i:$I} { $s:$S} { $e!s:>10} { $b!r}")
print("{:$I}|{:$F}|{!s:$S}".format(n, x, text), "%d %s %r %5.1f" % (n, text, text, x), format(x, "$F"))
width = $k * 4
print(f"{text[:width]:>{width}}|{x:{width}.{$k}f}|{n:^{width}}|")
"#,
    ),
    part(
        r#"
for n in $l + [$i]:
    print(f"{n:$I}".rjust(14), f"{n / 7:$F}".rjust(16), f"{n!r:$S}|")
"#,
    ),
    part(
        r#"
for x in ($f, $f, $f, $i / ($i or 1)):
    print(x, repr(x), round(x, $n), int(x), f"{x:$F}", f"{x:$F}", x == int(x), x.is_integer() if isinstance(x, float) else x, float(repr(x)) == x)
"#,
    ),
    with(
        "import re",
        r#"
text = $s + " The quick brown fox 42 " + $s
print(re.findall(r"$r", text), re.sub(r"$r", "$[<>|-||#]$", text, count=$n))
match = re.search(r"$r", text)
print(match and (match.group(), match.span(), match.groups(), match.groupdict()))
print(re.split(r"$r", text)[:6], [m.start() for m in re.finditer(r"$r", text)][:6], re.match(r"$r", text) is None)
print(re.sub(r"\w+", lambda m: m[0].$[upper|title|swapcase]$() if len(m[0]) > $k else m[0], text), re.subn(r"$r", r"[\g<0>]", text))
"#,
    ),
    with(
        "import string;import textwrap",
        r#"
text = " ".join($w + ["wrap", $s, "some more words to fill"])
print(textwrap.fill(text, $k * 5 + 10))
print(textwrap.shorten(text, 24), textwrap.indent(text, "> "), string.capwords(text), string.Template("@a and @{b}".replace("@", chr(36))).substitute(a=$i, b=$s))
print(textwrap.wrap(text, 18$[|, initial_indent="* "|, break_long_words=False]$))
"#,
    ),
    part(
        r#"
words = $w + ["level", "apple"]
print({w: w == w[::-1] for w in words}, sorted(words, key=lambda w: (len(w), w)), " ".join(w.capitalize() for w in words))
print({c: sum(w.count(c) for w in words) for c in "aelp"}, "".join(w[0] for w in words if w), max(words, key=len), [w.ljust(6, ".") for w in words])
shift = $k
print("".join(chr((ord(c) - 97 + shift) % 26 + 97) if "a" <= c <= "z" else c for c in $s), ", ".join(words[:-1]) + " and " + words[-1])
"#,
    ),
];
