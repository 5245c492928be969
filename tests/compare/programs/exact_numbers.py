"""Decimals, fractions, and the statistics of numbers."""

import cmath
import math
import random
import statistics
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from fractions import Fraction

print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1.10") * 3, Decimal(7) / 3, Decimal("1E+3"), -Decimal("0.00"))
print(Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("2.665").quantize(Decimal("0.01"), ROUND_HALF_EVEN), Decimal("-1.9").to_integral_value(ROUND_DOWN))
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 7, Decimal(2).sqrt(), Decimal(10) ** 20)
print(getcontext().prec, Decimal("3.14").as_tuple(), repr(Decimal("1.0")), Decimal("1.0") == 1, Decimal("NaN"), Decimal("Infinity") > 1, f"{Decimal('1234567.891'):,.2f}")
for wrong in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0):
    try:
        wrong()
    except (InvalidOperation, DivisionByZero, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(Decimal("123.456").normalize(), Decimal("100").normalize(), Decimal("1.5").to_eng_string(), Decimal("10").ln(), Decimal(5) % 3, Decimal(-5) // 3, max(Decimal(1), 2))
print(Fraction(3, 6), Fraction("0.125"), Fraction(0.5), Fraction(1, 3) + Fraction(1, 6), repr(Fraction(2, 3)), Fraction(7, 2) // 1, Fraction(22, 7).limit_denominator(5), Fraction("3/4") ** 2, float(Fraction(1, 3)), math.floor(Fraction(-7, 2)), f"{Fraction(1, 3):.3f}")
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.stdev(data), statistics.variance(data), statistics.quantiles(data, n=4))
print(statistics.fmean([1.5, 2.5]), statistics.geometric_mean([1, 4]), statistics.harmonic_mean([40, 60]), statistics.multimode("aabbc"), statistics.median_low([1, 2]), statistics.median_grouped([1, 2, 2, 3]))
print(statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.NormalDist(100, 15).cdf(115), statistics.NormalDist(0, 1).inv_cdf(0.975))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
print(math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 30), math.lcm(4, 6), math.isqrt(99), math.factorial(20), math.prod([1, 2, 3]), math.hypot(3, 4), math.dist([0, 0], [1, 1]), math.fsum([0.1] * 10))
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.log(8, 2), math.log2(8), math.log10(1000), math.degrees(math.pi), math.inf, math.nan, math.modf(1.5), math.frexp(8), math.nextafter(1, 2), math.ulp(1))
for wrong in (lambda: math.factorial(-1), lambda: int("1e3"), lambda: float("x"), lambda: 1 / 0, lambda: int(math.inf), lambda: round(math.nan), lambda: math.exp(1000)):
    try:
        wrong()
    except (ValueError, ArithmeticError) as error:
        print(type(error).__name__, error)
print(cmath.sqrt(-1), (1 + 2j) * (3 - 1j), abs(3 + 4j), cmath.phase(1j), complex("1+2j"), (2j) ** 2, repr(-0j), cmath.polar(1 + 1j), (1 + 2j).conjugate())
print(round(2.5), round(3.5), round(2.675, 2), round(-1234, -2), round(1e20), divmod(-7, 3), -7 // 2, -7 % 3, 7.5 // 2, 2**100, pow(3, -1, 7), pow(2, 10, 1000), 0.1 + 0.2, 1e16, 1e-5, 123456789.123456789, float("inf"), 5e-324, 1 / 3)
print(int("ff", 16), int("0b101", 0), bin(10), oct(8), hex(255), (255).bit_length(), (7).bit_count(), (2.5).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), 10_000, int(-3.9), (3.0).is_integer(), True + True, ~5, 5 & 3, 5 ^ 3, 1 << 5)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(50), 5), random.uniform(1, 2), random.gauss(0, 1), random.choices([1, 2, 3], weights=[5, 1, 1], k=5))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.Random("text").random(), random.Random(1.5).getrandbits(40), random.triangular(1, 5, 2), random.betavariate(1, 2), random.expovariate(2), random.randrange(0, 100, 7), random.Random(7).binomialvariate(10, 0.5), random.randbytes(3))
state = random.getstate()
one = random.random()
random.setstate(state)
print(one == random.random())
