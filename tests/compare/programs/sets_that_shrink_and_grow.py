"""Sets of numbers from which is taken and into which is put."""

numbers = set(range(100, 0, -7))
numbers.discard(9)
numbers.add(1000)
numbers.remove(2)
print(numbers, len(numbers), sum(numbers))
while len(numbers) > 10:
    print(numbers.pop(), end=" ")
print(numbers)
numbers.update([128, 256], {99, 98}, (number * 3 for number in range(4)))
numbers.difference_update({0, 3}, [6])
numbers.intersection_update(range(60, 300))
numbers.symmetric_difference_update({128, 5})
print(numbers)
for number in sorted(numbers):
    numbers.discard(number)
    numbers.add(number + 8)
print(numbers, list(numbers), *numbers)
numbers.clear()
numbers.add(3)
print(numbers, numbers.pop(), numbers)
try:
    numbers.pop()
except KeyError as error:
    print(repr(error))
growing = {1}
try:
    for number in growing:
        growing.add(number + 1)
except RuntimeError as error:
    print(error)
try:
    for number in {40, 50, 60}.copy() and growing:
        growing.remove(number)
except RuntimeError as error:
    print(error)
