//! Parts of classes: overrides, properties, inheritance, data classes, enums.

use super::{Part, part, with};

pub(super) const PARTS: &[Part] = &[
    part(
        r#"
class Money:
    def __init__(self, amount, name=$s):
        self.amount = amount
        self.name = name

    def __repr__(self):
        return f"Money({self.amount!r}, {self.name!r})"

    $?__str__ = lambda self: f"{self.amount:$I} {self.name}"
    $?__bool__ = lambda self: self.amount > $k
    $?__len__ = lambda self: abs(self.amount) % 10
    $?__contains__ = lambda self, item: item in self.name
    $?__neg__ = lambda self: Money(-self.amount)
    $?__call__ = lambda self, *args, **kwargs: (self.amount, args, kwargs)
    $?__getitem__ = lambda self, key: (self.name, key) if not isinstance(key, int) or key < 3 else [][key]
    $?__index__ = lambda self: self.amount % 7
    $?__hash__ = lambda self: hash(self.amount)

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __lt__(self, other):
        return self.amount < other.amount

    def __add__(self, other):
        if isinstance(other, $[Money|(Money, int)]$):
            return Money(self.amount + getattr(other, "amount", other))
        return NotImplemented

    $?__radd__ = __add__
    $?def __iadd__(self, other): self.amount += 1; return self


a, b = Money($i), Money($i)
print(a, repr(b), str(a), f"{a}", [a, b], a == b, a != b, a < b, sorted([b, a]), max(a, b))
print(bool(a), a + b)
for action in (lambda: len(a), lambda: "a" in a, lambda: -a, lambda: a($u, k=1), lambda: a[$n:2], lambda: [1, 2, 3, 4, 5, 6, 7][a], lambda: {a: 1}[b], lambda: a + 5, lambda: sum([a, b]), lambda: a <= b, lambda: a - b):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
a += b
print(a)
"#,
    ),
    part(
        r#"
class Base:
    kind = $u
    made = 0

    def __init__(self, name):
        self.name = name
        type(self).made += 1

    def hello(self):
        return f"{self.kind} {self.name}"

    @classmethod
    def of(cls, *parts):
        return cls("-".join(map(str, parts)))

    @staticmethod
    def twice(x):
        return x * 2

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        $?print("set", value)
        if not value:
            raise $q("empty")
        self.name = value.lower()


class Left(Base):
    $?kind = $u
    def hello(self):
        return "left " + super().hello()


class Right(Base):
    def hello(self):
        return "right " + super().hello()


class Both($[Left, Right|Right, Left|Left|Right]$):
    $?def hello(self): return "both " + super().hello()
    $?twice = staticmethod(lambda x: (x, x))
    pass


thing = Both.of($u, $i)
print(thing.hello(), thing.loud, Both.twice($u), [c.__name__ for c in Both.__mro__], Base.made, Both.made)
thing.loud = "Loud"
print(thing.name, vars(thing), isinstance(thing, Left), issubclass(Both, Right), hasattr(thing, "kind"), getattr(thing, "nope", $u))
thing.kind = $u
print(thing.kind, Both.kind, Base.kind, thing.__dict__)
thing.loud = ""
"#,
    ),
    with(
        "from dataclasses import asdict, astuple, dataclass, field, fields, replace",
        r#"
@dataclass$[|(order=True)|(frozen=True)|(frozen=True, order=True)|(slots=True)|(eq=False, repr=True)|(kw_only=False)|(unsafe_hash=True)]$
class Item:
    name: str
    price: float = $f
    tags: list = field(default_factory=list$[|, repr=False|, compare=False|, hash=False, compare=False]$)
    $?extra: dict = field(default_factory=dict, compare=False, hash=False)
    $?count: int = field(default=$i, kw_only=True)

    $?def total(self): return self.price * 2
    $?def __str__(self): return f"<{self.name}>"

    @property
    def cheap(self):
        return self.price < 10


a = Item($s)
b = Item($s, $f, $w)
print(a, repr(b), str(a), a == b, a == Item(a.name), a.cheap, [f.name for f in fields(Item)])
print(asdict(a), astuple(b), replace(a, name="other"))
for action in (lambda: a < b, lambda: hash(a) == hash(Item(a.name)), lambda: setattr(a, "price", 1), lambda: a.price, lambda: Item(), lambda: Item($s, 1, [], {}, 5, 6), lambda: sorted([b, a])[0].name, lambda: a.total()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
match b:
    case Item(name=name, price=price):
        print("matched", name, price)
"#,
    ),
    with(
        "from enum import Enum, Flag, IntEnum, StrEnum, auto",
        r#"
class Colour($[Enum|IntEnum|Enum]$):
    RED = $k
    GREEN = $k + 10
    BLUE = auto()
    $?ALSO = 5
    $?def pretty(self): return self.name.title()
    $?def __str__(self): return f"<{self.name}>"


class Access(Flag):
    R = auto()
    W = auto()
    X = auto()


print(list(Colour), Colour.RED, repr(Colour.BLUE), Colour.BLUE.value, Colour["GREEN"], Colour(Colour.RED.value), len(Colour), f"{Colour.RED}|{Colour.GREEN!r:>30}")
print(Colour.RED == Colour.RED.value, Colour.RED in Colour, sorted(Colour, key=lambda c: c.name), {c.name: c.value for c in Colour}, Colour.RED is Colour(Colour.RED.value))
mixed = Access.R | Access.$[W|X|R]$
print(mixed, repr(mixed), mixed & Access.W, Access.R in mixed, ~mixed, list(mixed), bool(mixed & Access.X), Access(0), mixed ^ Access.R)
for action in (lambda: Colour($i), lambda: Colour["PINK"], lambda: Colour.RED < Colour.GREEN, lambda: Colour.RED + 1, lambda: setattr(Colour, "RED", 1), lambda: Colour.PINK):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
"#,
    ),
    with(
        "from abc import ABC, abstractmethod",
        r#"
class Shape(ABC):
    count = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.count += 1
        print("subclass", cls.__name__)

    @abstractmethod
    def area(self): ...

    @property
    def name(self):
        return type(self).__name__.lower()

    $?def __format__(self, spec): return f"{self.area():{spec or '.1f'}}"
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    $?def area(self): return round(3.14159 * self.r**2, $n)


print(Shape.count, Square($k), Square($k).area(), Square($k).name)
for make in (lambda: Circle($k), lambda: Shape(), lambda: Square(), lambda: f"{Square(2):$F}"):
    try:
        print(make())
    except TypeError as error:
        print(error)
"#,
    ),
    part(
        r#"
class Checked:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name, $u)

    def __set__(self, instance, value):
        if not isinstance(value, $[int|str|(int, float)]$):
            raise TypeError(f"{self.name} is {type(value).__name__}")
        $?print("set", self.name, value)
        instance.__dict__[self.name] = value

    $?def __delete__(self, instance): print("delete", self.name); instance.__dict__.pop(self.name, None)


class Row:
    x = Checked()
    y = Checked()
    $?__slots__ = ("__dict__", "z")

    def __getattr__(self, name):
        if name.startswith("dyn"):
            return name[3:]
        raise AttributeError(f"no {name}")

    $?def __setattr__(self, name, value): print("setattr", name); super().__setattr__(name, value)
    $?def __dir__(self): return ["x", "y"]


row = Row()
print(row.x, row.dyn_one, hasattr(row, "q"))
for value in ($e, $u, $i, $s):
    try:
        row.x = value
        print(row.x, vars(row))
    except TypeError as error:
        print(error)
for action in (lambda: delattr(row, "x"), lambda: row.nope, lambda: row.x):
    try:
        print(action())
    except AttributeError as error:
        print("AttributeError", str(error)[:4])
"#,
    ),
    part(
        r#"
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        $[yield from range(self.start, 0, -1)|return iter(range(self.start))|n = self.start; yield n; yield n - 1]$

    $?def __len__(self): return self.start
    $?def __contains__(self, x): return x == self.start
    $?def __reversed__(self): return iter(range(self.start))
    def __getitem__(self, i):
        if isinstance(i, slice):
            return (i.start, i.stop, i.step)
        if i >= self.start:
            raise IndexError(i)
        return i * 10


c = Countdown($k)
print(list(c), sum(c), max(c), sorted(c, reverse=True), $k in c, c[0], c[$n:4], [*c], tuple(zip(c, "abc")), dict(enumerate(c)))
first, *others = c
print(first, others, list(map(str, c)), c[$n])
"#,
    ),
    part(
        r#"
class Meta(type):
    def __new__(mcls, name, bases, names, **kwargs):
        names["tag"] = name.lower() + str(kwargs.get("n", ""))
        return super().__new__(mcls, name, bases, names)

    $?def __len__(cls): return len(cls.__name__)
    $?def __getitem__(cls, key): return f"{cls.__name__}[{key}]"
    $?def __call__(cls, *args): print("call", args); return super().__call__(*args)


class A(metaclass=Meta$[|, n=1|, n="x"]$):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self

    $?def __init__(self, *args): self.total = sum(args)
    $?def __del__(self): pass


class B(A):
    pass


b = B($i, $i)
print(A.tag, B.tag, b.args, vars(b), type(B).__name__, isinstance(B, Meta), B.__qualname__.split(".")[-1])
for action in (lambda: len(B), lambda: B[1], lambda: type("C", (B,), {"x": $u})().x, lambda: B.__bases__[0].__name__):
    try:
        print(action())
    except TypeError as error:
        print(error)
"#,
    ),
];
