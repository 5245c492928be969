"""Objects to bytes and back: pickle, copy, struct, array, marshal of plain things."""

import array
import copy
import pickle
import struct
from collections import OrderedDict, namedtuple
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

Point = namedtuple("Point", "x y")


class Colour(Enum):
    RED = 1


@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)


class Counter:
    def __init__(self, n):
        self.n = n
        self.cache = {}

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "new"


things = [1, 2.5, "é", b"b", None, True, (1, [2]), {"a": {1, 2}}, Point(1, 2), Colour.RED, datetime(2024, 1, 2), OrderedDict(a=1), 1 << 70, range(3), frozenset([1])]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(protocol, pickle.loads(pickle.dumps(things, protocol)) == things)
again = pickle.loads(pickle.dumps(Counter(5)))
print(again.n, again.cache)
tree = Node("root", [Node("leaf")])
tree.children.append(tree.children[0])
same = pickle.loads(pickle.dumps(tree))
print(same, same.children[0] is same.children[1])
for wrong in (lambda: 1, (n for n in [])):
    try:
        pickle.dumps(wrong)
    except Exception as error:
        print(type(error).__name__)
try:
    pickle.loads(b"rubbish")
except Exception as error:
    print(type(error).__name__)
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children is tree.children, deep == tree, deep.children[0] is deep.children[1])
loop = []
loop.append(loop)
print(copy.deepcopy(loop))
print(struct.pack(">IhB", 1, -2, 255), struct.unpack("<f", struct.pack("<f", 1.5)), struct.calcsize("@iq"))
print(struct.pack("5s", b"ab"), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.Struct("!2H").unpack(b"\0\1\0\2"))
try:
    struct.pack("B", 256)
except struct.error as error:
    print(error)
try:
    struct.unpack("I", b"1")
except struct.error as error:
    print(error)
numbers = array.array("i", [3, 1, 2])
numbers.append(7)
numbers.extend([8])
print(numbers, numbers[1:3], numbers.tolist(), numbers.itemsize, numbers.tobytes()[:4], sum(numbers), numbers.typecode)
try:
    numbers.append("x")
except TypeError as error:
    print(error)
print(array.array("d", [1, 2]) == array.array("f", [1, 2]), array.array("u", "hé"))
view = memoryview(bytearray(b"abcdef"))
view[1:3] = b"XY"
print(bytes(view), view[::2].tolist(), view.nbytes, view.readonly, bytes(view.cast("H")[:1]))
print(int.from_bytes(b"\x01\x00", "big"), (1000).to_bytes(4, "little"), bytes.fromhex("ff 00"), b"ab".hex("-"))
