"""Five philosophers, five forks; none starves since all take the lower fork first."""

import asyncio


async def dine(name, forks, meals):
    first, second = sorted(forks, key=lambda fork: fork[0])
    for meal in range(meals):
        async with first[1]:
            async with second[1]:
                print(name, "eats meal", meal, "with forks", first[0], second[0])
                await asyncio.sleep(0.5)
        await asyncio.sleep(0.25)
    print(name, "is full")


async def main():
    names = ["Plato", "Laozi", "Hypatia", "Kant", "Ramanuja"]
    forks = [(number, asyncio.Lock()) for number in range(len(names))]
    async with asyncio.TaskGroup() as table:
        for seat, name in enumerate(names):
            pair = forks[seat], forks[(seat + 1) % len(names)]
            table.create_task(dine(name, pair, meals=2))


asyncio.run(main())
