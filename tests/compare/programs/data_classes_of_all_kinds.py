"""Dataclasses: defaults, order, frozen, slots, fields, inheritance, replace."""

import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)
    total: float = field(init=False)
    count: ClassVar[int] = 0
    factor: InitVar[int] = 2

    def __post_init__(self, factor):
        self.total = self.price * factor
        type(self).count += 1


a, b = Item("a", 2.5, ["x"]), Item("b", factor=3)
print(a, b, a == Item("a", 2.5, ["x"], hidden=9), Item.count, asdict(a), astuple(b))
print(replace(a, name="c", factor=1), [f.name for f in fields(Item)], is_dataclass(a), fields(Item)[1].default)


@dataclass(frozen=True, order=True, slots=True)
class Point:
    x: int
    y: int = 0
    _: KW_ONLY
    label: str = field(default="", compare=False)

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


p, q = Point(3, 4), Point(1, 9, label="q")
print(p, p.norm, sorted([p, q]), p > q, hash(p) == hash(Point(3, 4, label="z")), {p: 1}[Point(3, 4)], hasattr(p, "__dict__"))
for wrong in (lambda: setattr(p, "x", 1), lambda: Point(1, 2, "l"), lambda: Item(), lambda: p < 3):
    try:
        wrong()
    except (FrozenInstanceError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass(repr=False, eq=False)
class Child(Base):
    c: int = 3

    def __repr__(self):
        return f"<{self.a}{self.b}{self.c}>"


print(Child(1), Child(1) == Child(1), Child.__mro__[1].__name__, Child.__match_args__)
match Point(5, 0):
    case Point(x, 0):
        print("on the axis", x)
Made = make_dataclass("Made", [("n", int), ("m", str, "d")], namespace={"twice": lambda self: self.n * 2})
print(Made(4), Made(4).twice())


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(tree, asdict(tree))
tree.children.append(tree)
print(repr(tree)[-20:])
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Worse:
        x: int = 1
        y: int
except TypeError as error:
    print(error)
print(dataclasses.field(default=1).default, dataclasses.MISSING is not None)
