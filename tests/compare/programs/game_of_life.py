"""Life on a small grid, and a maze walked by breadth."""

from collections import deque

GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = x + dx, y + dy
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells}


def show(cells, size=5):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(size)) for y in range(size))


cells = GLIDER
for generation in range(4):
    print(generation, len(cells), sorted(cells)[0])
    print(show(cells))
    cells = step(cells)
maze = ["S.#.", ".##.", "....", "#.#E"]
places = {c: (r, k) for r, row in enumerate(maze) for k, c in enumerate(row) if c in "SE"}
queue, before = deque([places["S"]]), {places["S"]: None}
while queue:
    r, c = queue.popleft()
    if (r, c) == places["E"]:
        break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        to = r + dr, c + dc
        if 0 <= to[0] < 4 and 0 <= to[1] < 4 and maze[to[0]][to[1]] != "#" and to not in before:
            before[to] = (r, c)
            queue.append(to)
path, at = [], places["E"]
while at:
    path.append(at)
    at = before[at]
print(len(path), path[::-1])
