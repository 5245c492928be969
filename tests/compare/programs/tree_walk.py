"""Recursion with tasks: the children of a node are visited at once."""

import asyncio

TREE = {"root": ["a", "b"], "a": ["a1", "a2"], "b": ["b1"], "b1": ["leaf"]}


async def depth(node):
    await asyncio.sleep(0.5)
    children = TREE.get(node, [])
    print("visits", node, children)
    below = await asyncio.gather(*[depth(child) for child in children])
    return 1 + max(below, default=0)


async def main():
    print("depth", await depth("root"))


asyncio.run(main())
