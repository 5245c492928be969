"""Classes: inheritance, properties, descriptors, slots, operators, abstract classes, metaclasses."""

from abc import ABC, abstractmethod
from functools import cached_property, total_ordering


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @property
    @abstractmethod
    def area(self): ...

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def help():
        return "shapes"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, area={self.area:.2f})"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print("registered", cls.__name__, sorted(cls.__abstractmethods__) if "__abstractmethods__" in vars(cls) else "-")


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    @property
    def area(self):
        return self.side**2

    @area.setter
    def area(self, value):
        if value < 0:
            raise ValueError("negative area")
        self.side = value**0.5

    @area.deleter
    def area(self):
        print("deleted")


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    @cached_property
    def area(self):
        print("computed")
        return 3.14159 * self.radius**2


shapes = [Square(2), Circle(1), Square.unit()]
print(shapes, Shape.count, Square.help(), Circle.mro()[1].__name__)
shapes[0].area = 25
del shapes[0].area
print(shapes[0].side, shapes[1].area, "area" in vars(shapes[1]))
for wrong in (lambda: Shape("x"), lambda: setattr(shapes[0], "area", -1)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


@total_ordering
class Money:
    amount = Positive()
    __slots__ = ("_amount", "currency")

    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def __eq__(self, other):
        return NotImplemented if not isinstance(other, Money) else self.amount == other.amount

    def __lt__(self, other):
        return self.amount < other.amount

    def __hash__(self):
        return hash(self.amount)

    def __add__(self, other):
        return Money(self.amount + (other.amount if isinstance(other, Money) else other))

    __radd__ = __add__

    def __mul__(self, n):
        return Money(self.amount * n)

    def __neg__(self):
        return "negated"

    def __bool__(self):
        return self.amount > 1

    def __str__(self):
        return f"{self.amount:.2f} {self.currency}"

    def __format__(self, spec):
        return f"<{spec}>" if spec else str(self)

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __contains__(self, item):
        return item in self.currency

    def __getitem__(self, key):
        return key

    def __len__(self):
        return 3

    def __iter__(self):
        yield from (1, 2)

    def __index__(self):
        return int(self.amount)


a, b = Money(5), Money(7)
print(a + b, sum([a, b]), a < b, a >= b, a == Money(5), a != 5, -a, bool(Money(1)), f"{a:x}", f"{a}", max(a, b), a * 2)
print(a(1, k=2), "EU" in a, a[1:2, ...], len(a), list(a), [10, 20, 30, 40, 50, 60][a], {a: 1}[Money(5)], hex(a))
for wrong in (lambda: Money(0), lambda: setattr(a, "other", 1), lambda: a - b, lambda: a < 3):
    try:
        wrong()
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        namespace["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, namespace)

    def __call__(cls, *args):
        if not hasattr(cls, "only"):
            cls.only = super().__call__(*args)
        return cls.only

    def __len__(cls):
        return 42


class Single(metaclass=Meta, flag=True):
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)


print(Single(1) is Single(2), Single.made_by, len(Single), type(Single))


class Left:
    def hello(self):
        return "left"


class Base(Left):
    def hello(self):
        return "base " + super().hello()


class Right(Left):
    def hello(self):
        return "right " + super().hello()


class Both(Base, Right):
    def hello(self):
        return "both " + super().hello()

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name.upper()
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


both = Both()
both.x = 1
print(both.hello(), [c.__name__ for c in Both.__mro__], both.dyn_y, hasattr(both, "z"), getattr(both, "z", "dflt"), isinstance(both, Left), issubclass(Both, Right))
print(vars(both), both.__dict__, both.__class__.__name__, type(both).__bases__, Both.hello.__qualname__, callable(both))
Made = type("Made", (Left,), {"x": 5, "double": lambda self: self.x * 2})
print(Made().double(), Made.__name__, Made().hello(), Made.__module__)


class Outer:
    class Inner:
        pass

    def make(self):
        class Local:
            pass

        return Local


print(Outer.Inner, Outer.Inner.__qualname__, Outer().make().__qualname__)


class Private:
    def __init__(self):
        self.__secret = 1
        self._hidden = 2


print(vars(Private()), hasattr(Private(), "__secret"), Private()._Private__secret)
try:
    Private().__secret
except AttributeError as error:
    print(error)
