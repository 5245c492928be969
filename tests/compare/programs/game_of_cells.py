"""The game of life on a set of cells that are alive."""

from collections import Counter


def next_of(alive):
    around = Counter(
        (x + dx, y + dy) for x, y in alive for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy
    )
    return {cell for cell, count in around.items() if count == 3 or (count == 2 and cell in alive)}


alive = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for turn in range(5):
    print(turn, alive, min(alive), len(alive))
    alive = next_of(alive)
print(*alive, sep="; ")
