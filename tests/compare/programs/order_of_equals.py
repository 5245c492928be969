"""Sets whose order shows in what is made of them."""

import heapq
import random
from collections import Counter, deque

people = {31, 17, 45, 62, 23, 8}
print(sorted(people, key=lambda age: age // 20), max(people, key=lambda age: age % 5), min(people, key=bool))
print(Counter(n % 4 for n in people).most_common(), deque(people), heapq.nsmallest(3, people), [*map(str, people)])
print({n: i for i, n in enumerate(people)}, dict.fromkeys(list(people)), list(zip(people, "abcdef")))
random.seed(3)
print(random.choice(list(people)), random.sample(sorted(people), 3), random.choice(tuple(people)))
print(" ".join(map(str, {9, 4, 70})), "".join(f"{n};" for n in {64, 8, 128}), [n for n in people if n in {8, 17, 45}])
stack = [people]
while stack:
    top = stack.pop()
    if len(top) > 2:
        middle = sorted(top)[len(top) // 2]
        stack += [{n for n in top if n < middle}, {n for n in top if n >= middle}]
    else:
        print(top, end=" ")
print()
