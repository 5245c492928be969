"""Enums: values, flags, aliases, methods, text enums."""

from enum import CONTINUOUS, Enum, EnumMeta, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify


class Colour(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return f"<{self.name}>"


print(Colour.RED, repr(Colour.RED), Colour(2), Colour["BLUE"], Colour.CRIMSON is Colour.RED, list(Colour), Colour.RED.pretty, Colour.default().value)
print(len(Colour), Colour.RED in Colour, 1 in Colour, "x" in Colour, {Colour.RED: 1}, Colour.__members__, Colour.RED == 1, isinstance(Colour.RED, Colour), f"{Colour.RED}", f"{Colour.BLUE!r:>20}")
for wrong in (lambda: Colour(9), lambda: Colour["PINK"], lambda: Colour.PINK, lambda: setattr(Colour, "RED", 5), lambda: Colour.RED < Colour.GREEN):
    try:
        wrong()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mode(StrEnum):
    READ = auto()
    WRITE = "w"


class Access(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


print(Level.LOW < Level.HIGH, Level.LOW + 1, str(Level.HIGH), repr(Level.HIGH), f"{Level.HIGH:03d}", sorted([Level.HIGH, Level.LOW]), Level(1), max(Level))
print(Mode.READ, repr(Mode.WRITE), Mode.READ == "read", Mode("w"), "-".join(Mode), Mode.READ.upper())
print(Access.R | Access.X, repr(Access.RW), Access.RW in Access.RW | Access.X, Access.R & Access.W, ~Access.R, list(Access.RW), bool(Access(0)), Access(0), Access.R in Access.RW, Access(5))
print(Bits.A | 4, repr(Bits(7)), Bits.A + 1, Bits.B.value)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius**2, 2)


print([(p.name, p.gravity) for p in Planet])
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
Made = Enum("Made", "X Y Z")
print(list(Made), Made.Y.value, type(Made), isinstance(Made, EnumMeta))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower() * (count + 1)

    ONE = auto()
    TWO = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.ONE if value == "uno" else None


print(list(Auto), Auto("uno"))


class Shape(Enum):
    SQUARE = member(lambda self: 1)
    limit = nonmember(5)


print(list(Shape)[0].name, Shape.limit)
match Level(10):
    case Level.HIGH:
        print("matched")
