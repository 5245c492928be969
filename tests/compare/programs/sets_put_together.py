"""Unions, intersections and differences of sets of numbers."""

a, b = {1, 2, 3, 4, 5}, {4, 5, 6, 7, 8}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union(b, [100, 33]), b.difference(a), a.intersection(range(3, 50)), a.symmetric_difference([1, 64]))
primes = {n for n in range(2, 60) if all(n % d for d in range(2, n))}
evens = set(range(0, 30, 2))
print(primes, primes & evens, evens - primes, primes ^ evens)
a |= {64, 32, 16}
a &= set(range(0, 60, 2))
a -= {2}
a ^= {7, 4}
print(a, a.copy(), frozenset(a) | {1}, set(frozenset(a)), set().union(a, b))
keys = {1: "a", 7: "b", 4: "c"}
print(keys.keys() | {9, 2}, keys.keys() & {1, 4}, keys.keys() - {1}, set(keys))
print(a <= b, {4} < b, b >= {8}, a.isdisjoint({3}), {3, 1} == {1, 3}, len(a | b))
