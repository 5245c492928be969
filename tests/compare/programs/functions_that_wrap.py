"""Decorators, closures, generators, comprehensions and unpacking."""

import functools
import itertools
import operator


def logged(prefix):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(prefix, function.__name__, args, kwargs)
            result = function(*args, **kwargs)
            print(prefix, "->", result)
            return result

        wrapper.calls = 0
        return wrapper

    return decorate


@logged(">")
@logged(">>")
def add(a, b=2, *rest, scale=1, **more):
    """Adds."""
    return (a + b) * scale


add(1)
add(1, 2, 3, scale=4, x=5)
print(add.__name__, add.__doc__, add.__wrapped__.__wrapped__(1), add.calls, add.__defaults__)


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.count = function, 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


print([square(n) for n in range(4)], square.count, square.__name__)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_clear(), fib.cache_info().currsize)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


one, two = counter(), counter()
print(one(), one(), two(), one.__closure__[0].cell_contents, [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])


def countdown(n):
    try:
        while n:
            got = yield n
            if got:
                print("got", got)
                n = got
            n -= 1
        return "done"
    finally:
        print("closing")


generator = countdown(3)
print(next(generator), generator.send(5), next(generator))
generator.close()
try:
    next(generator)
except StopIteration as stop:
    print("stopped", stop.value)


def chained():
    result = yield from countdown(1)
    print("result", result)
    yield from "ab"


print(list(chained()))
thrown = countdown(2)
next(thrown)
try:
    thrown.throw(ValueError("in"))
except ValueError as error:
    print("out", error)
print([x * y for x in range(3) for y in range(x)], {x: x**2 for x in "ab" if x} if False else {c: ord(c) for c in "ab"}, {x % 3 for x in range(10)}, sum(x for x in range(5) if x % 2), [[j for j in range(i)] for i in range(3)])
first, *middle, last = range(5)
(a, b), c = (1, 2), 3
print(first, middle, last, a, b, c, [*range(2), *"xy"], {**{"a": 1}, "b": 2, **{"a": 3}}, (lambda *a, **k: (a, k))(*[1], **{"z": 2}))
print((n := 10) + n, [y := 1, y + 1], any((hit := x) > 2 for x in range(5)), hit)
print(list(itertools.chain([1], [2, 3])), list(itertools.islice(itertools.count(5, 5), 3)), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.combinations("abc", 2)), list(itertools.permutations([1, 2], 2)), list(itertools.product("ab", repeat=2))[:3])
print([(k, list(g)) for k, g in itertools.groupby("aabbb")], list(itertools.zip_longest([1], [2, 3], fillvalue=0)), list(itertools.takewhile(lambda x: x < 3, range(9))), list(itertools.dropwhile(lambda x: x < 7, range(9))), list(itertools.starmap(pow, [(2, 3)])), list(itertools.pairwise([1, 2, 3])), list(itertools.batched("abcde", 2)), list(itertools.compress("abc", [1, 0, 1])), [list(t) for t in itertools.tee([1, 2])])
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(pow, 2)(5), functools.partial(add, 1).args, repr(functools.partial(int, base=2)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "x"])), list(zip("ab", range(5))), list(enumerate("ab", 1)), list(reversed([1, 2])), sorted("bca", reverse=True), max("aB", key=str.lower), min([3, 1], default=0), all([]), any([]))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"), sorted([("b", 1), ("a", 2)], key=operator.itemgetter(1)))


@functools.singledispatch
def show(value):
    return f"thing {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


print(show("x"), show(5), show([1]), show(True))


def annotated(a: int, b: "str" = "x", *args: float, c: list[int] | None = None) -> bool:
    return True


print(annotated.__annotations__, annotated.__code__.co_varnames, annotated.__kwdefaults__)
