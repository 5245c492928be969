"""What people do about duplicates."""

numbers = [4, 2, 2, 8, 3, 3, 1, 12, 7, 7, 40]
print(list(set(numbers)), sorted(set(numbers)), list(dict.fromkeys(numbers)))
print({n for n in numbers if numbers.count(n) > 1}, len(numbers) - len(set(numbers)))
seen, twice = set(), set()
for number in numbers:
    (twice if number in seen else seen).add(number)
print(seen, twice, seen - twice, max(seen, key=lambda n: n % 8), tuple(seen))
print(set("112233") == {"1", "2", "3"}, [x for x in seen], {x for x in seen if x > 3}, {*numbers, 100})
mixed = [1, "1", 1.0, True, (1,), None]
print(len(set(map(type, mixed))), len(set(mixed)))
lottery = {7, 13, 22, 35, 41, 49}
ticket = {3, 7, 22, 36, 41, 50}
print(f"hits: {lottery & ticket}, missed: {lottery - ticket}, all: {lottery | ticket}")
