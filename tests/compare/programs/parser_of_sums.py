"""A tokenizer and a parser of sums, by recursion."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str


def tokens(text):
    for match in re.finditer(r"\s*(?:(?P<number>\d+\.?\d*)|(?P<op>[-+*/()^]))|(?P<bad>\S)", text):
        if match.lastgroup == "bad":
            raise SyntaxError(f"bad {match['bad']!r} at {match.start('bad')}")
        yield Token(match.lastgroup, match[match.lastgroup])
    yield Token("end", "")


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.next()

    def next(self):
        self.token = next(self.tokens)

    def take(self, *texts):
        if self.token.text in texts and self.token.kind == "op":
            text = self.token.text
            self.next()
            return text
        return None

    def sum(self):
        value = self.product()
        while op := self.take("+", "-"):
            other = self.product()
            value = value + other if op == "+" else value - other
        return value

    def product(self):
        value = self.power()
        while op := self.take("*", "/"):
            other = self.power()
            value = value * other if op == "*" else value / other
        return value

    def power(self):
        base = self.atom()
        return base ** self.power() if self.take("^") else base

    def atom(self):
        if self.take("-"):
            return -self.atom()
        if self.take("("):
            value = self.sum()
            if not self.take(")"):
                raise SyntaxError("no )")
            return value
        if self.token.kind != "number":
            raise SyntaxError(f"unexpected {self.token}")
        value = float(self.token.text) if "." in self.token.text else int(self.token.text)
        self.next()
        return value


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 / 8", "1.5 * 4", "1 / 0", "2 +", "(1", "3 $ 4"):
    try:
        print(text, "=", Parser(text).sum())
    except (SyntaxError, ZeroDivisionError) as error:
        print(text, "!", type(error).__name__, error)
