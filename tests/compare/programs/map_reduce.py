"""Count words in several texts at once, then add up."""

import asyncio
from collections import Counter

TEXTS = ["the cat and the dog", "a dog and a bone", "the end"]


async def count(text):
    words = Counter()
    for word in text.split():
        words[word] += 1
        await asyncio.sleep(0.01 * len(word))
    print(text, "->", words.total())
    return words


async def main():
    total = Counter()
    for words in await asyncio.gather(*map(count, TEXTS)):
        total += words
    print(total.most_common(3))
    print(sorted(total.items()))


asyncio.run(main())
