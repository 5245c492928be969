"""Statements of match, all kinds of patterns."""

from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Kind(Enum):
    A = 1
    B = 2


class Plain:
    __match_args__ = ("name",)

    def __init__(self, name, size):
        self.name, self.size = name, size


def told(value):
    match value:
        case 0 | 1:
            return "bit"
        case -1.5 | 2j:
            return "odd number"
        case bool():
            return "bool"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as n:
            return f"number {n}"
        case "yes" | "no" as word:
            return f"word {word}"
        case str() if value.startswith("x"):
            return "x text"
        case str(s):
            return f"text {s!r}"
        case None:
            return "none"
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case ["go", ("north" | "south") as way]:
            return f"go {way}"
        case [first, *_, last] if first == last:
            return f"framed by {first}"
        case [Point(x=0), *rest]:
            return f"point at axis then {rest}"
        case (a, b):
            return f"pair {a} {b}"
        case [a, *rest]:
            return f"{a} then {rest}"
        case {"type": "circle", "r": r, **more}:
            return f"circle {r} {more}"
        case {"items": [*items]}:
            return f"items {items}"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"axis {x}"
        case Point(x=x, y=y):
            return f"at {x},{y}"
        case Kind.A:
            return "kind A"
        case Kind():
            return "other kind"
        case Plain("n", size=s):
            return f"plain {s}"
        case set() | frozenset():
            return "set"
        case _:
            return f"else {type(value).__name__}"


values = [0, True, -1.5, 500, 7, 2.5, "yes", "xyz", "abc", None, [], [3], ["go", "north"], ["go", "up"], [1, 2, 1], [Point(0, 1), 5, 6], (1, 2), [1, 2, 3], range(3), {"type": "circle", "r": 2, "c": "red"}, {"items": (1, 2)}, {}, {"z": 1}, Point(0, 0), Point(5, 0), Point(1, 2), Kind.A, Kind.B, Plain("n", 9), Plain("m", 1), {1}, b"ab", object]
for value in values:
    print(told(value))


def command(line):
    match line.split():
        case ["quit"]:
            return "bye"
        case ["load", name]:
            return f"loading {name}"
        case ["add", *numbers] if all(n.isdigit() for n in numbers):
            return sum(map(int, numbers))
        case [name, *args]:
            return f"unknown {name} with {len(args)}"
        case _:
            return "nothing"


print([command(line) for line in ("quit", "load f", "add 1 2 3", "add x", "")])
match {"user": {"name": "ada", "langs": ["py", "c"]}}:
    case {"user": {"name": str(name), "langs": [first, *_]}}:
        print(name, first)
match 5:
    case x if x < 3:
        print("small")
print(x)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
