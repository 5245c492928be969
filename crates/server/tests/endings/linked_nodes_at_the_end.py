"""Nodes that hold each other, also in a circle."""


class Node:
    def __init__(self, name, following=None):
        self.name, self.following = name, following

    def __del__(self):
        print("node", self.name)


third = Node(3)
second = Node(2, third)
first = Node(1, second)
a = Node("a")
b = Node("b", a)
a.following = b
print(first.following.following.name, b.following.following is b)
