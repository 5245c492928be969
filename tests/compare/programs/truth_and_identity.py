"""Truth, equality, identity, defaults that are shared, and scopes."""

for value in (0, 0.0, "", " ", [], [0], {}, None, set(), (), (0,), "False", object, range(0), 0j, b"", -1):
    print(repr(value), bool(value), not value, value or "default", value and "kept")


def collect(item, to=[]):
    to.append(item)
    return to


print(collect(1), collect(2), collect(3, []), collect.__defaults__)
a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, c, a is b, a == c, [[]] * 2, [[] for _ in range(2)])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, 1 == 1.0 == True, "1" == 1, None is None, (1, 2) == [1, 2], {1: 2} == {1.0: 2.0}, [1] is [1])
x = "global"


def outer():
    x = "outer"

    def inner():
        return x

    def changes():
        nonlocal x
        x = "changed"
        return inner()

    return inner(), changes(), x


print(outer(), x, [x for x in range(3)], x, (lambda x=x: x)())
del a
try:
    a
except NameError as error:
    print(error)
print(1 < 2 < 3, 1 < 3 > 2, not True == False, 2 ** 3 ** 2, -2 ** 2, 7 // -2, 7 % -2, 0.1 + 0.2 == 0.3, "a" "b" * 2, 5 if [] else 6, 1 if True else 2 if False else 3, *[1, 2])
