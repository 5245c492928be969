"""Reads selectors of CSS. Each becomes a function of an element, and of the element that is searched from."""

import re

from . import _css_tests as tests

_IDENTIFIER = r"(?:(?:-?(?:[^\W\d]|[^\x00-\x7f])|--|\\.)(?:[\w-]|[^\x00-\x7f]|\\.)*)"
_NAME = rf"(?:{_IDENTIFIER}|\*)"
_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
_TOKENS = [
    ("space", r"\s*/\*.*?\*/\s*|\s*[>+~]\s*|\s+"),
    ("comma", r"\s*,\s*"),
    ("tag", rf"(?:(?:{_NAME})?\|)?{_NAME}"),
    ("id", rf"#{_IDENTIFIER}"),
    ("class", rf"\.{_IDENTIFIER}"),
    (
        "attribute",
        rf"\[\s*(?:(?:{_NAME})?\|)?(?P<key>{_IDENTIFIER})\s*"
        rf"(?:(?P<operator>[~^|*$!]?=)\s*(?P<value>{_STRING}|(?:[\w-]|[^\x00-\x7f]|\\.)+)(?:\s*(?P<case>[iIsS]))?)?\s*\]",
    ),
    ("pseudo", rf"::?{_IDENTIFIER}\(?"),
    ("close", r"\s*\)"),
]
_TOKEN = re.compile("|".join(f"(?P<t_{name}>{pattern})" for name, pattern in _TOKENS), re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_NTH = re.compile(
    r"\s*(?:(?P<word>even|odd)|(?P<step>[+-]?\d*)n(?:\s*(?P<sign>[+-])\s*(?P<offset>\d+))?|(?P<only>[+-]?\d+))"
    r"(?P<of>\s+of\s+)?\s*",
    re.IGNORECASE,
)
_TEXTS = re.compile(rf"\s*({_STRING}|{_IDENTIFIER})\s*(,?)")


class SelectorSyntaxError(Exception):
    """A selector that cannot be read."""

    def __init__(self, message, pattern=None, index=None):
        self.line = self.col = self.context = None
        if pattern is not None and index is not None:
            before = pattern[:index]
            self.line, self.col = before.count("\n") + 1, index - before.rfind("\n")
            self.context = f"{pattern}\n{'^':>{self.col}}"
            message = f"{message}\n  line {self.line}:\n{self.context}"
        super().__init__(message)


def unescaped(text):
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda it: chr(int(it.group(1), 16)) if it.group(1) else it.group(2), text)


def escaped(text):
    return re.sub(r"([^\w\-\x80-\U0010ffff])|^(\d)", lambda it: f"\\{it.group(1)}" if it.group(1) else f"\\{ord(it.group(2)):x} ", text)


def selector(pattern):
    """Reads a whole selector."""
    reader = _Reader(pattern)
    matches = reader.any_of(is_inner=False)
    if reader.at < len(pattern.rstrip()):
        reader.refuse()
    return matches


class _Reader:
    def __init__(self, pattern):
        self.pattern = pattern
        self.at = len(pattern) - len(pattern.lstrip())

    def refuse(self, message=None):
        at = self.at
        if message is None:
            character = self.pattern[at : at + 1]
            message = {
                "": f"Expected a selector at position {at}",
                "[": f"Malformed attribute selector at position {at}",
                "#": f"Malformed id selector at position {at}",
                ".": f"Malformed class selector at position {at}",
                ":": f"Malformed pseudo-class selector at position {at}",
            }.get(character, f"Invalid character {character!r} position {at}")
        raise SelectorSyntaxError(message, self.pattern, at)

    def next(self):
        """Takes the next token; None at the end."""
        if self.at >= len(self.pattern.rstrip()):
            return None, None
        found = _TOKEN.match(self.pattern, self.at)
        if not found:
            self.refuse()
        return found.lastgroup and next(name for name, _ in _TOKENS if found.group("t_" + name)), found

    def any_of(self, is_inner, is_relative=False):
        """Reads selectors with commas between them, to a closing bracket if they are inside of one."""
        options = []
        while True:
            options.append(self.complex(is_inner, is_relative))
            kind, found = self.next()
            if kind == "comma":
                self.at = found.end()
                if self.at >= len(self.pattern):
                    self.refuse()
                continue
            if kind == "close" and is_inner:
                self.at = found.end()
            elif is_inner:
                self.refuse(f"Unclosed pseudo-class at position {self.at}")
            break
        if len(options) == 1:
            return options[0]
        return lambda element, scope: any(matches(element, scope) for matches in options)

    def complex(self, is_inner, is_relative):
        """Reads compounds with combinators between them."""
        parts, combinator = [], " " if is_relative else None
        kind, found = self.next()
        if kind == "space":
            if is_relative and found.group().strip():
                combinator = found.group().strip()
            elif found.group().strip():
                self.refuse(f"The combinator '{found.group().strip()}' at position {self.at}, must have a selector before it")
            self.at = found.end()
        while True:
            parts.append((combinator, self.compound()))
            kind, found = self.next()
            if kind != "space":
                break
            combinator = found.group().strip()[:1] or " "
            combinator = " " if combinator == "/" else combinator
            self.at = found.end()
            kind, found = self.next()
            if kind in ("comma", "close", None):
                self.refuse(f"Dangling combinator '{combinator}' at position {self.at}")
        return tests.relative(parts) if is_relative else tests.chain(parts)

    def compound(self):
        matchers = []
        while True:
            kind, found = self.next()
            if kind in (None, "space", "comma", "close"):
                break
            if kind == "tag" and matchers:
                self.refuse(f"Tag name found at position {self.at} instead of at the start")
            text = found.group()
            start, self.at = self.at, found.end()
            if kind == "tag":
                name = unescaped(text.rpartition("|")[2])
                matchers.append(tests.named(name))
            elif kind == "id":
                matchers.append(tests.has_id(unescaped(text[1:])))
            elif kind == "class":
                matchers.append(tests.has_class(unescaped(text[1:])))
            elif kind == "attribute":
                matchers.append(self.attribute(found))
            else:
                matchers.append(self.pseudo(text.lstrip(":").lower(), start))
        if not matchers:
            self.refuse(f"Expected a selector at position {self.at}")
        if len(matchers) == 1:
            return matchers[0]
        return lambda element, scope: all(matches(element, scope) for matches in matchers)

    @staticmethod
    def attribute(found):
        value = found.group("value")
        if value is not None:
            value = unescaped(value[1:-1] if value[0] in "\"'" else value)
        key = unescaped(found.group("key"))
        return tests.has_attribute(key, found.group("operator"), value, found.group("case"))

    def pseudo(self, name, start):
        if not name.endswith("("):
            if name in tests.SIMPLE:
                return tests.SIMPLE[name]
        else:
            name = name[:-1]
            if name in ("not", "is", "where", "matches", "any", "has"):
                return self.nested(name)
            if name in tests.NTH:
                return self.nth(name)
            if name in ("contains", "-soup-contains", "-soup-contains-own"):
                return tests.contains(self.texts(), name == "-soup-contains-own")
        self.at = start
        self.refuse(
            f"'{self.pattern[start:].split('(')[0]}' was detected as a pseudo-class and is either unsupported or "
            "invalid. If the syntax was not intended to be recognized as a pseudo-class, please escape the colon."
        )

    def nested(self, name):
        kind, found = self.next()
        if kind == "close":
            self.at = found.end()
            return lambda element, scope: name == "not"
        inner = self.any_of(is_inner=True, is_relative=name == "has")
        if name == "not":
            return lambda element, scope: not inner(element, scope)
        return inner

    def nth(self, name):
        found = _NTH.match(self.pattern, self.at)
        if not found:
            self.refuse(f"Malformed pseudo-class selector at position {self.at}")
        self.at = found.end()
        among = None
        if found.group("of"):
            among = self.any_of(is_inner=True)
        else:
            kind, close = self.next()
            if kind != "close":
                self.refuse(f"Unclosed pseudo-class at position {self.at}")
            self.at = close.end()
        return tests.nth(name, *_step_and_offset(found), among)

    def texts(self):
        texts = []
        while True:
            found = _TEXTS.match(self.pattern, self.at)
            if not found:
                self.refuse(f"Malformed pseudo-class selector at position {self.at}")
            text = found.group(1)
            texts.append(unescaped(text[1:-1] if text[0] in "\"'" else text))
            self.at = found.end()
            if not found.group(2):
                break
        kind, close = self.next()
        if kind != "close":
            self.refuse(f"Unclosed pseudo-class at position {self.at}")
        self.at = close.end()
        return texts


def _step_and_offset(found):
    """Returns the two numbers of `2n+1`."""
    word = (found.group("word") or "").lower()
    if word:
        return 2, 1 if word == "odd" else 0
    if found.group("only"):
        return 0, int(found.group("only"))
    step = found.group("step")
    step = int(step + "1" if step in ("", "+", "-") else step)
    return step, int((found.group("sign") or "") + (found.group("offset") or "0"))
