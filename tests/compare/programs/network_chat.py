# over real sockets
import asyncio


class ChatServer:
    def __init__(self):
        self.clients = {}
        self.joined = asyncio.Condition()

    async def broadcast(self, text, but=None):
        for name, writer in self.clients.items():
            if name != but:
                writer.write((text + '\n').encode())
                await writer.drain()

    async def handle(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.clients[name] = writer
        async with self.joined:
            self.joined.notify_all()
        try:
            while line := await reader.readline():
                await self.broadcast(f'{name}: {line.decode().strip()}', but=name)
        finally:
            del self.clients[name]
            await self.broadcast(f'* {name} left')
            writer.close()

    async def wait_for(self, count):
        async with self.joined:
            await self.joined.wait_for(lambda: len(self.clients) >= count)


async def main():
    chat = ChatServer()
    server = await asyncio.start_server(chat.handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    seats = []
    for count, name in enumerate(('ann', 'bob', 'cy'), 1):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(f'{name}\n'.encode())
        await chat.wait_for(count)
        seats.append((name, reader, writer))
    (_, ann_reader, ann), (_, bob_reader, bob), (_, cy_reader, cy) = seats
    ann.write(b'hello all\n')
    print('bob got', await bob_reader.readline())
    print('cy got', await cy_reader.readline())
    cy.write(b'hi ann\n')
    print('ann got', await ann_reader.readline())
    print('bob got', await bob_reader.readline())
    bob.close()
    await bob.wait_closed()
    print('ann got', await ann_reader.readline())
    print('cy got', await cy_reader.readline())
    ann.write_eof()
    print('cy got', await cy_reader.readline())
    print('ann got', await ann_reader.read())
    ann.close()
    cy.close()
    await cy.wait_closed()
    server.close()
    while chat.clients:
        await asyncio.sleep(0.01)
    print('over', sorted(chat.clients))


asyncio.run(main())
