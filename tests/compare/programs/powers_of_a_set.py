"""All sets that a set contains, and partitions of it."""

from itertools import chain, combinations, permutations


def subsets(elements):
    elements = list(elements)
    return chain.from_iterable(combinations(elements, size) for size in range(len(elements) + 1))


print([set(it) for it in subsets({3, 1, 2})])
print({frozenset(it) for it in combinations([1, 2, 3], 2)})
print({sum(it) for it in subsets({1, 10, 100})}, {a * b for a, b in permutations([2, 3, 50], 2)})
groups = {}
for number in {12, 7, 30, 18, 25, 41}:
    groups.setdefault(number % 3, set()).add(number)
print(groups, set().union(*groups.values()), set.intersection({1, 2}, {2, 3}), set.union({9}, {1}))
