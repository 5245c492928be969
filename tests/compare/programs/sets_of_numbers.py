"""Sets of numbers, which come in the order of their table."""

numbers = [3, 1, 2, 3, 10, 5, 8, 1]
unique = set(numbers)
print(unique, {3, 1, 2}, set([10, 5, 8]), {x % 7 for x in range(20)})
print({10, 20, 30, 40, 50}, {100, 200, 300}, {-5, -1, 0, 7}, {1.5, 0.25, 100}, {True, 5, False, 3})
print({(1, 2), (0, 1), (5, 5)}, frozenset([33, 17, 1, 65]), {frozenset({1, 2}), frozenset({3})})
for number in {30, 20, 10, 5, 1}:
    print(number, end=" ")
print()
first, second, *others = {5, 4, 3, 2, 1}
print(first, second, others, *{8, 16, 24, 32, 1}, [*set(numbers)], list(unique), tuple(unique))
print(list(enumerate({40, 30, 20})), next(iter({77, 12})), sorted({9, 1, 8}, key=lambda it: it % 2))
print({number: {number, number * 10} for number in range(3)}, {1, 1.0, True}, set(map(int, "31415926")))
