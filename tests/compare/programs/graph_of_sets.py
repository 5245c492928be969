"""A graph whose neighbours are sets: its walks go in the order of the sets."""

from collections import defaultdict, deque


class Graph:
    def __init__(self, edges):
        self.near = defaultdict(set)
        for a, b in edges:
            self.near[a].add(b)
            self.near[b].add(a)

    def broad(self, start):
        seen, waiting, order = {start}, deque([start]), []
        while waiting:
            node = waiting.popleft()
            order.append(node)
            for other in self.near[node]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return order

    def deep(self, node, seen=None):
        seen = set() if seen is None else seen
        seen.add(node)
        yield node
        for other in self.near[node] - seen:
            if other not in seen:
                yield from self.deep(other, seen)


graph = Graph([(5, 3), (5, 9), (3, 1), (9, 12), (1, 12), (12, 20), (3, 20), (33, 1)])
print(dict(graph.near))
print(graph.broad(5), list(graph.deep(5)))
cells = {(x, y) for x in range(3) for y in range(3)}
around = {(1 + dx, 1 + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))} & cells
print(cells, around, cells - around)
