"""Generators that feed each other, and asynchronous ones."""

import asyncio


def read(lines):
    for line in lines:
        print("read", line)
        yield line


def numbers(lines):
    for line in lines:
        if line.isdigit():
            yield int(line)
        else:
            print("skip", line)


def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        if value is None:
            return mean
        total += value
        count += 1
        mean = total / count


mean = average()
next(mean)
for number in numbers(read(["3", "x", "5", "10"])):
    print("mean", mean.send(number))
try:
    mean.send(None)
except StopIteration as stop:
    print("result", stop.value)


async def source(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def squares(items):
    async for item in items:
        if item % 2:
            yield item * item


async def main():
    print([x async for x in squares(source(6))])
    total = 0
    async for x in squares(source(4)):
        total += x
        print("so far", total)
    batches, batch = [], []
    async for x in source(5):
        batch.append(x)
        if len(batch) == 2:
            batches.append(batch)
            batch = []
    print(batches, batch)


asyncio.run(main())
