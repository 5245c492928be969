"""Copies of sets of numbers, and what makes them again."""

import copy
import json

numbers = {n * 11 % 64 for n in range(30)}
numbers -= set(range(0, 64, 3))
for made in (numbers.copy(), set(numbers), frozenset(numbers), copy.copy(numbers), copy.deepcopy(numbers)):
    print(made, list(made) == list(numbers))
print(numbers.__reduce__()[1], json.dumps(list(numbers)), str(numbers) == repr(numbers), f"{numbers}")


class Bag(set):
    def __repr__(self):
        return f"Bag of {list(self)}"


bag = Bag([30, 20, 10])
bag.add(5)
print(bag, len(bag), type(bag - {5}).__name__, list(bag))


class Plain(set):
    pass


print(Plain([64, 32, 1]), Plain(), Plain([3]) == {3})
