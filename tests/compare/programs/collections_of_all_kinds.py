"""Lists, dicts, sets, tuples and the module collections."""

import bisect
import collections
import heapq
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

numbers = [5, 3, 8, 1]
numbers.append(9)
numbers.insert(1, 7)
numbers.extend([2, 2])
numbers.remove(2)
print(numbers, numbers.pop(), numbers.pop(0), numbers.index(8), numbers.count(3), sorted(numbers), numbers[::-1], numbers[1:3])
numbers[1:3] = [0]
numbers[::2] = [100] * len(numbers[::2])
del numbers[-1]
numbers.sort(key=lambda x: -x)
numbers.reverse()
print(numbers, numbers * 2, [1] < [1, 2], [[0] * 2 for _ in range(2)], list(range(10, 0, -3)), numbers.copy() == numbers)
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
print(sorted(people, key=lambda p: (-p[1], p[0])), max(people, key=lambda p: p[1]), dict(people), {age: [n for n, a in people if a == age] for _, age in people})
d = {"b": 1, "a": 2}
d.update(c=3, **{"d": 4})
print(d, d.pop("c"), d.pop("z", None), d.setdefault("e", []), d.get("q"), list(d.items()), "a" in d, d | {"x": 0}, dict(sorted(d.items(), key=lambda i: i[0])), list(reversed(d)), d.popitem(), len(d))
print({1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1}.isdisjoint({2}), sorted({"b", "a"}), frozenset([1, 1]), set() == set([]), dict.fromkeys("ab", 0), {1: "a", 1.0: "b", True: "c"})
print(d.keys() & {"a"}, d.items() == {"b": 1}.items(), list(d.values()), {**d}, d == dict(d), type(d.keys()))
for wrong in (lambda: (1, 2).append(3), lambda: {}.pop("x"), lambda: [].pop(), lambda: frozenset().add(1), lambda: [3, "a"].sort(), lambda: {}["a"]["b"], lambda: next(iter({}))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
counts = Counter("mississippi")
counts.update("miss")
print(counts, counts.most_common(2), counts["z"], sorted(counts.elements())[:4], counts - Counter("sssss"), counts & Counter("ssp"), +Counter(a=-1), counts.total(), Counter(a=1) + Counter(a=2, b=1), Counter(a=3) > Counter(a=1))
groups = defaultdict(list)
for word in ("apple", "bob", "avocado"):
    groups[word[0]].append(word)
print(groups, dict(groups), defaultdict(int), defaultdict(lambda: 5)["x"], groups.default_factory)
queue = deque([1, 2, 3], maxlen=3)
queue.append(4)
queue.appendleft(0)
queue.rotate(1)
print(queue, queue[0], queue.popleft(), list(queue), queue.maxlen, deque("ab") + deque("c"), deque([1, 2, 2]).count(2))
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p._replace(y=5), p._asdict(), p == (1, 0), Point._fields, p[0], Point._make([3, 4]), Point(x=1, y=2) > Point(1, 1), p.x + p.y)
try:
    p.x = 3
except AttributeError as error:
    print(error)
try:
    Point()
except TypeError as error:
    print(error)
ordered = OrderedDict(a=1, b=2)
ordered.move_to_end("a")
print(ordered, ordered.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1})
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], dict(chain), chain.new_child({"z": 1}).maps, chain.parents, ChainMap())


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


lower = Lower(A=1)
lower["B"] = 2
print(lower, "a" in lower, UserList([1]) + [2], UserString("ab").upper(), isinstance([], collections.abc.Sequence))
heap = [5, 1, 4]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heapq.heappop(heap), heapq.nlargest(2, heap), heapq.nsmallest(2, heap, key=lambda x: -x), heapq.heappushpop(heap, 3), list(heapq.merge([1, 4], [2, 3])), heapq.heapreplace(heap, 9), heap)
scores = [10, 20, 30]
bisect.insort(scores, 25)
print(scores, bisect.bisect_left(scores, 20), bisect.bisect(scores, 20), "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)])


class Fifo(collections.abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


fifo = Fifo(3, 1)
fifo.append(2)
fifo.extend([5])
fifo.reverse()
print(list(fifo), 1 in fifo, fifo.index(1), fifo.pop(), fifo.count(5))
try:
    collections.abc.Sequence()
except TypeError as error:
    print(error)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], sum(matrix, []), [x for row in matrix for x in row], [[row[i] for row in matrix] for i in range(3)], list(map(sum, matrix)))
first, second, *rest = {"k": 1, "l": 2, "m": 3}
print(first, second, rest, *[1, 2], sep="/")
