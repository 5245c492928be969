"""Counting words, ciphers, primes, sorting by hand, recursion: the programs of first courses."""

import string
import sys
from collections import Counter

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness"""
words = TEXT.lower().translate(str.maketrans("", "", string.punctuation)).split()
for word, count in Counter(words).most_common(4):
    print(f"{word:<12}{'#' * count} {count}")
print(sorted(set(words), key=lambda w: (-len(w), w))[:4], max(words, key=len), sum(map(len, words)) / len(words))


def caesar(text, shift):
    out = ""
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out += chr((ord(c) - base + shift) % 26 + base)
        else:
            out += c
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if sieve[i]:
            sieve[i * i :: i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, prime in enumerate(sieve) if prime]


print(primes(50))


def bubble(items):
    items = items[:]
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


def quick(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(items):
    if len(items) < 2:
        return items
    half = len(items) // 2
    left, right, out = merge(items[:half]), merge(items[half:]), []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


numbers = [38, 27, 43, 3, 9, 82, 10]
print(bubble(numbers), quick(numbers), merge(numbers), bubble(numbers) == sorted(numbers))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(8, *"ABC"), [n for n in range(1, 500) if sum(int(d) ** len(str(n)) for d in str(n)) == n])
for n in range(1, 16):
    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n, end=" " if n < 15 else "\n")
triangle = [[1]]
for _ in range(5):
    row = triangle[-1]
    triangle.append([1, *(a + b for a, b in zip(row, row[1:])), 1])
for row in triangle:
    print(" ".join(map(str, row)).center(20).rstrip())
board = [[" "] * 3 for _ in range(3)]
for turn, (r, c) in enumerate([(0, 0), (1, 1), (0, 1), (2, 2), (0, 2)]):
    board[r][c] = "XO"[turn % 2]
print("\n-+-+-\n".join("|".join(row) for row in board))
lines = [*board, *zip(*board), [board[i][i] for i in range(3)], [board[i][2 - i] for i in range(3)]]
print(next((line[0] for line in lines if len(set(line)) == 1 and line[0] != " "), "nobody"), "wins")
matrix_a, matrix_b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
print([[sum(x * y for x, y in zip(row, column)) for column in zip(*matrix_b)] for row in matrix_a])
print("racecar" == "racecar"[::-1], sorted("listen") == sorted("silent"), bin(37)[2:], int("100101", 2), oct(64), "%x" % 255, sum(int(d) for d in "12345"), sys.maxsize > 2**32)
roman = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
year, numeral = 1994, ""
for value, sign in roman.items():
    numeral += sign * (year // value)
    year %= value
print(numeral)


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = Node(item, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __str__(self):
        return " -> ".join(map(str, self)) + " -> None"


linked = LinkedList("abc")
linked.reverse()
print(linked, list(linked), "b" in linked)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        def put(node):
            if node is None:
                return [key, None, None]
            node[1 if key < node[0] else 2] = put(node[1 if key < node[0] else 2])
            return node

        self.root = put(self.root)

    def walk(self, node="root"):
        node = self.root if node == "root" else node
        if node:
            yield from self.walk(node[1])
            yield node[0]
            yield from self.walk(node[2])


tree = Tree()
for key in (5, 2, 8, 1, 9, 3):
    tree.insert(key)
print(list(tree.walk()))
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []}
queue, seen = ["A"], {"A": None}
while queue:
    node = queue.pop(0)
    for next_node in graph[node]:
        if next_node not in seen:
            seen[next_node] = node
            queue.append(next_node)
path, node = [], "D"
while node:
    path.append(node)
    node = seen[node]
print(path[::-1])
