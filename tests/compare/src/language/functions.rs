//! Parts of functions: arguments, closures, decorators, generators, context managers.

use super::{Part, part, with};

pub(super) const PARTS: &[Part] = &[
    part(
        r#"
def f(a, b=$u, *args, c=$u, $[**more|d=$u]$):
    return a, b, args, c$[|, sorted(locals())]$


for call in (lambda: f($e), lambda: f(1, 2, 3, 4), lambda: f($i, c=$e), lambda: f(*$l), lambda: f(**$d), lambda: f(), lambda: f(a=$u, b=$u), lambda: f(1, a=2), lambda: f(1, zz=$i)):
    try:
        print(call())
    except TypeError as error:
        print(str(error).partition(". Did you")[0].split(".")[-1])
print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount)
"#,
    ),
    with(
        "import functools",
        r#"
def logged(prefix$[|=">"]$):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            $?wrapper.calls += 1
            print(prefix, function.__name__, args, kwargs)
            try:
                result = function(*args, **kwargs)
            except $[Exception as error|ZeroDivisionError as error|TypeError as error]$:
                print("failed", type(error).__name__)
                $[raise|return None|raise RuntimeError("wrapped") from error]$
            return result

        wrapper.calls = 0
        return wrapper

    return decorate


@logged("one")
$?@logged("two")
def divide(a, b=$k):
    """Divides."""
    return a / b


for args in (($i,), ($i, 0), ($s, 1), ($f, $k)):
    try:
        print(divide(*args))
    except Exception as error:
        print(type(error).__name__, repr(error.__cause__))
print(divide.__name__, divide.__doc__, divide.calls)
"#,
    ),
    part(
        r#"
def counter(start):
    count = start

    def step(by=$k):
        nonlocal count
        count $[+=|-=|*=]$ by
        return count

    def show():
        return f"count is {count}"

    return step, show


one, show_one = counter($i)
two, _ = counter($k)
print(one(), one($i), two(), show_one(), one.__closure__[0].cell_contents)
functions = [lambda x$[|, i=i]$: (x, i) for i in range(3)]
print([f($u) for f in functions], (lambda *a: a)(*$t), (lambda x: x $m $k)($i))


def outer():
    x = "outer"

    def inner():
        $[nonlocal x|global x|x = 0]$
        x = "inner"
        return x

    return inner(), x


print(outer(), globals().get("x", "no x"))
globals().pop("x", None)
"#,
    ),
    part(
        r#"
def numbers(n):
    try:
        while n > 0:
            got = yield n
            $?print("got", got)
            n = n - 1 if got is None else got
        $?return "done"
    except $q as error:
        print("caught", repr(error))
        yield -1
    finally:
        print("closing")


g = numbers($k)
print(next(g))
for action in (lambda: $[next(g)|g.send(2)|g.send(None)]$, lambda: $[g.throw(ValueError("in"))|g.throw(KeyError("k"))|g.close()|next(g)]$, lambda: next(g), lambda: g.send(1)):
    try:
        print(action())
    except StopIteration as stop:
        print("stop", stop.value)
    except Exception as error:
        print(type(error).__name__, error)


def chain(*generators):
    for generator in generators:
        result = yield from generator
        print("result", result)
    $?return len(generators)


print(list(chain(numbers(2), numbers($k))), sum(x for x in numbers(3)), list(zip(numbers(2), "ab")))
"#,
    ),
    with(
        "import functools;import itertools;import operator",
        r#"
values, words = $l, $w
print(list(itertools.accumulate(values$[|, operator.mul|, max|, initial=1]$)), list(itertools.chain(values, words))[:8], [(k, len(list(g))) for k, g in itertools.groupby(sorted(values), key=lambda x: x % 2)])
print(list(itertools.combinations(values[:4], 2)), list(itertools.permutations(words[:3], 2))[:4], list(itertools.product(values[:2], repeat=2)), list(itertools.pairwise(values)))
print(list(itertools.islice(itertools.cycle(values or [0]), $n)), list(itertools.takewhile(lambda x: x $o $k, values)), list(itertools.dropwhile(lambda x: x $o $k, values)), list(itertools.zip_longest(values, words, fillvalue=$u))[:5])
print(functools.reduce(lambda a, b: a $m b, values, $k), list(itertools.batched(words, $k)), functools.partial(max, $i)(3), list(itertools.starmap(pow, [(2, 3), (3, $k)])), list(itertools.compress(words, [1, 0, 1])), next(itertools.count($n, $k)), [list(t) for t in itertools.tee(values, 2)])
print(sorted(words, key=functools.cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)))), list(itertools.filterfalse(None, values)), list(itertools.repeat($u, $n)))
"#,
    ),
    with(
        "import functools",
        r#"
@functools.$[lru_cache(maxsize=None)|cache|lru_cache(maxsize=2)]$
def fib(n):
    $?print("fib", n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib($k + 3), fib($k), fib.cache_info())


@functools.singledispatch
def show(value):
    return f"other {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register($[list|tuple|str]$)
def _(value):
    return f"special {len(value)}"


print([show(v) for v in ($e, $e, $i, $s, $l, True)])


class Thing:
    calls = 0

    @functools.cached_property
    def value(self):
        Thing.calls += 1
        return $e


thing = Thing()
print(thing.value, thing.value, Thing.calls, "value" in vars(thing))
"#,
    ),
    with(
        "import contextlib;import io",
        r#"
@contextlib.contextmanager
def tag(name):
    print("<", name)
    try:
        yield name * 2
    except $q as error:
        print("tag saw", repr(error))
        $?raise
    finally:
        print(">", name)


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return $[False|True|kind is ValueError|None]$


for error in (None, $q("e"), ValueError("v")):
    try:
        with tag("a") as a, Manager("m")$[| as m]$:
            print("in", a)
            if error:
                raise error
        with contextlib.suppress($q, KeyError):
            raise KeyError("suppressed")
    except Exception as caught:
        print("out", repr(caught))
with contextlib.ExitStack() as stack:
    things = [stack.enter_context(Manager(n)) for n in $w[:2]]
    stack.callback(print, "callback", $u)
    $?stack.pop_all().close()
    print(len(things))
with contextlib.redirect_stdout(io.StringIO()) as out:
    print($e, end="")
print(repr(out.getvalue()))
"#,
    ),
    part(
        r#"
def sieve(n):
    primes = []
    for i in range(2, n):
        for p in primes:
            if i % p == 0:
                break
        else:
            primes.append(i)
    return primes


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def search(items, x):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == x:
            return middle
        if items[middle] < x:
            low = middle + 1
        else:
            high = middle - 1
    return -1


print(sieve($k * 10), gcd($i, $k), list(flatten([$l, [$t, [$s]], $u])), search(sorted($l), $i))
print([n for n in range(1, 30) if sum(d for d in range(1, n) if n % d == 0) == n], {n: "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n for n in range($k, $k + 12)})
"#,
    ),
];
