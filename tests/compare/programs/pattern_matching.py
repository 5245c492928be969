"""Commands, matched by their shape."""

import asyncio


async def perform(command):
    match command:
        case ["wait", (int() | float()) as seconds] if seconds > 0:
            await asyncio.sleep(seconds)
            return f"waited {seconds}"
        case ["say", *words]:
            return " ".join(words)
        case {"op": "add", "values": [first, *rest]}:
            return first + sum(rest)
        case None | []:
            return "nothing"
        case other:
            raise ValueError(f"unknown command {other!r}")


async def main():
    commands = [
        ["wait", 1],
        ["say", "good", "day"],
        {"op": "add", "values": [1, 2, 3]},
        [],
        ["wait", -1],
    ]
    for command in commands:
        try:
            print(await perform(command))
        except ValueError as error:
            print(error)


asyncio.run(main())
