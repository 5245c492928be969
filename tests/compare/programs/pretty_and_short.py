"""pprint, reprlib, textwrap of structures, difflib, string distance."""

import difflib
import pprint
import reprlib
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field


@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)
    data: dict = field(default_factory=dict)


nested = {"name": "a" * 30, "items": list(range(30)), "deep": {"x": [{"k": "v" * 20} for _ in range(3)]}, "t": (1,), "s": {3}, "none": None}
pprint.pprint(nested)
pprint.pprint(nested, width=40, depth=2)
pprint.pprint(nested, compact=True, sort_dicts=False, indent=2)
pprint.pprint(Node("root", [Node("child " * 5), Node("other " * 6)], {"k": 1}))
pprint.pprint(["word " * 30], width=50)
pprint.pprint([OrderedDict(a=1), defaultdict(list, x=[1]), Counter("aab"), deque([1, 2]), frozenset([1]), b"bytes" * 20, 10**30, 1.5])
print(pprint.pformat({"b": 1, "a": 2}), pprint.saferepr([1]), pprint.isreadable({}))
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).split(" id")[0])
pprint.pp({"z": 1, "a": 2})
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}))


class Self:
    @reprlib.recursive_repr()
    def __repr__(self):
        return f"<{self.me!r}>"


one = Self()
one.me = one
print(one)
old, new = "one\ntwo\nthree\n".splitlines(True), "one\ntoo\nthree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(old, new, "old", "new")))
print("".join(difflib.ndiff(old, new)))
print("".join(difflib.context_diff(old, new)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "abxcd", "abcd").get_opcodes(), difflib.SequenceMatcher(a="ab", b="b").find_longest_match())
