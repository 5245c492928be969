"""Errors that programs meet and print."""
import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def sides(self): ...


class Named(Shape):
    @property
    @abc.abstractmethod
    def name(self): ...


class Square(Named):
    name = "square"

    def sides(self):
        return 4


def unbound():
    if False:
        value = 1
    return value


def unbound_in_cell():
    def inner():
        return value

    print(inner.__name__, value)
    value = 1


tries = [
    lambda: [1] + (2,),
    lambda: (1,) + [2],
    lambda: [] + 1,
    lambda: [].remove(1),
    lambda: [1, 2].remove("a"),
    lambda: Shape(),
    lambda: Named(),
    lambda: Square().sides(),
    unbound,
    unbound_in_cell,
    lambda: [3, 4].index(4),
]
for attempt in tries:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, repr(error), error.args, sep=" | ")


class Sorted(list):
    def remove(self, value):
        print("removing", value)
        super().remove(value)


items = Sorted([3, 1])
items.remove(3)
print(items, [1] + items, items + [2])
