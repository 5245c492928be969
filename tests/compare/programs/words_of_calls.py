"""What the language says of calls and operations that cannot be."""


def f(a, b=1, *, c):
    pass


async def g(n=1):
    pass


class Thing:
    def method(self, x):
        pass

    @property
    def fixed(self):
        return 1


class Slots:
    __slots__ = ("a",)


class Truthless:
    def __bool__(self):
        return 3

    def __len__(self):
        return -1


CALLS = """f()
f(1)
f(1, 2, 3, c=1)
f(1, c=2, d=3)
f(1, 2, c=3, a=1)
f(*[1, 2, 3, 4])
f(c=1)
f(1, c=1, **{"c": 2})
g(1, 2)
len(3)
"a" + 1
1 + "a"
[1] + (2,)
None.x
[1][5]
[1]["a"]
(1, 2)[9]
"abc"[10]
{}["k"]
{1: 2}.has_key(1)
int("x")
float("1,5")
undefined_name
__import__("nope")
(1).foo()
1 / 0
[] < 3
sorted([1, "a"])
sum(["a"])
max([])
min(key=len)
Thing().method()
Thing.method()
Thing().method(1, 2)
Thing().missing
Thing.missing
Thing(1)
setattr(Thing(), "fixed", 2)
delattr(Thing(), "x")
setattr(Slots(), "b", 1)
bool(Truthless())
len(Truthless())
next(iter([]))
iter(3)
next(3)
(x for x in 5)
list(5)
dict([(1, 2, 3)])
tuple(None)
"{}".format()
"{a}".format(b=1)
"%d" % "x"
"%s %s" % (1,)
"%d" % (1, 2)
f"{1:q}"
f"{'a':d}"
"abc".index("z")
[1, 2].remove(3)
[].pop()
{}.popitem()
set().pop()
{1}.remove(2)
"a".join([1])
"a" * "b"
-"a"
~1.5
"a" < 1
int("12", 99)
chr(-1)
ord("ab")
bytes([256])
bytes("a")
"é".encode("ascii")
b"\\xff".decode()
int(None)
int([])
float([])
complex("x")
range(1.5)
range(1, 2, 0)
[1, 2, 3][::0]
slice(1, 2).nope
isinstance(1, 2)
issubclass(1, int)
callable()
print(1, nope=2)
round("x")
abs("x")
pow(2, -1, 4)
zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True))
map()
super().x
object().x
object(1)
type("A", (), {}, 1, 2)
int.from_bytes([300], "big")
(1).to_bytes(0, "big")
"x".nope
getattr(1, 2)
"a".split("")
(3)()
"s"()
[1, 2](0)
lambda: 1, undefined_again
"a".startswith(1)
exec("x = (")
eval("1 +")
eval("a b")
exec("if 1:\\nx")
exec("for")
exec("return 1")
exec("'abc")
exec("1 = x")
exec("f(a=1, 2)")
exec("break")
exec("print 1")"""
for call in CALLS.splitlines():
    try:
        result = eval(call)
        print(call, "->", "ok")
    except BaseException as error:
        print(call, "->", type(error).__name__, "|", error)
try:
    a, b = [1]
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
try:
    x = local_before
    local_before = 1
except NameError as error:
    print(error, error.name)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError("a") from 5
except TypeError as error:
    print(error)
try:
    assert 1 == 2, "not equal"
except AssertionError as error:
    print(repr(error))
try:
    del undefined_thing
except NameError as error:
    print(error)


class A:
    def __init__(self):
        return 1


try:
    A()
except TypeError as error:
    print(error)
try:
    class B(int, str):
        pass
except TypeError as error:
    print(error)
try:
    class C(A, object, A):
        pass
except TypeError as error:
    print(error)
