"""Sums that carry along what additions lose, and powers that leave the range."""
from fractions import Fraction

print(sum([0.1] * 10), sum([0.1] * 3), sum([1e308, 1e308, -1e308]))
print(sum([1, 2, 0.1, 0.2, 0.3]), sum([1e16, 1.0, 1.0, -1e16]), sum([0.1, 0.2], 0.3))
print(sum([True, 2, False]), sum([2**62, 2**62, 2**62]), sum([-0.0, -0.0]), sum([], -0.0))
print(sum([0.1, Fraction(1, 3), 0.2]), sum([float("inf"), 1.0]), sum([1.0, float("inf"), float("-inf")]))
print(sum([[1], [2, 3]], []), sum((n * n for n in range(10)), start=5))
for wrong in (lambda: sum(["a"], ""), lambda: sum([1, "a"]), lambda: sum(3), lambda: sum([b"a"], b"")):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
for base, power in ((10.0, 400), (10, 400.0), (-2.5, 1e5), (1e200, 2)):
    try:
        print(base**power)
    except OverflowError as error:
        print(repr(error), error.args)
print(2.0**0.5, (-8) ** (1 / 3), 10.0**-400, pow(2.0, 10), 0.0**0)
