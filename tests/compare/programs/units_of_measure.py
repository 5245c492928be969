"""Vectors, matrices and units with operators."""

import math
from functools import singledispatchmethod


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(-self.x, -self.y)

    @singledispatchmethod
    def __mul__(self, other):
        return NotImplemented

    @__mul__.register
    def _(self, other: int):
        return Vector(self.x * other, self.y * other)

    @__mul__.register(float)
    def _(self, other):
        return Vector(round(self.x * other, 2), round(self.y * other, 2))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __iter__(self):
        return iter((self.x, self.y))

    def __round__(self, n=0):
        return Vector(round(self.x, n), round(self.y, n))

    def __getitem__(self, key):
        return (self.x, self.y)[key]


a, b = Vector(3, 4), Vector(1, -2)
print(a + b, a - b, a * 2, 3 * b, a * 0.5, a @ b, abs(a), a == Vector(3, 4), a != b, [*a], a[0], a[::-1], round(Vector(1.234, 5.678), 1))
for wrong in (lambda: a + 1, lambda: a * "x", lambda: a < b, lambda: hash(a), lambda: setattr(a, "z", 1), lambda: a[2], lambda: sum([a, b])):
    try:
        print(wrong())
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__, error)
x, y = b
print(x, y, dict([a]), max([a, b], key=abs), sorted([a, b], key=lambda v: v.y), math.degrees(math.atan2(*reversed(tuple(a)))))
