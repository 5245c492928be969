"""Everybody hears what everybody says."""

import asyncio


class Room:
    def __init__(self):
        self.members = {}

    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.say("room", f"{name} joined")

    def say(self, who, text):
        for name, inbox in self.members.items():
            if name != who:
                inbox.put_nowait(f"{who}: {text}")

    async def listen(self, name):
        inbox = self.members[name]
        while True:
            print(f"[{name}] {await inbox.get()}")


async def visitor(room, name, lines):
    room.join(name)
    listening = asyncio.create_task(room.listen(name))
    for pause, text in lines:
        await asyncio.sleep(pause)
        room.say(name, text)
    await asyncio.sleep(1)
    listening.cancel()


async def main():
    room = Room()
    await asyncio.gather(
        visitor(room, "Ann", [(1, "hi"), (2, "bye")]),
        visitor(room, "Bob", [(1, "hey"), (1, "lovely day")]),
    )


asyncio.run(main())
