"""Recursion with and without memory, and its limit."""

import functools
import sys
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args):
        begin = time.perf_counter()
        result = function(*args)
        print(function.__name__, args, "took less than a second:", time.perf_counter() - begin < 1)
        return result

    return wrapper


@functools.cache
def ways(n):
    return 1 if n == 0 else sum(ways(n - k) for k in (1, 2, 5) if k <= n)


@timed
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def permutations(items):
    if not items:
        return [[]]
    return [[item, *rest] for i, item in enumerate(items) for rest in permutations(items[:i] + items[i + 1 :])]


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(ways(60), ways.cache_info().currsize, collatz(27), ackermann(2, 3), len(permutations([1, 2, 3, 4])), permutations("ab"), depth(200))
try:
    depth(10**6)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
print(sys.getrecursionlimit() >= 1000, functools.reduce(lambda a, b: (a[1], sum(a)), range(10), (0, 1)))
