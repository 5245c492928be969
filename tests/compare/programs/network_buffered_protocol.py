# over real sockets
import asyncio


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer = bytearray(8)
        self.parts = bytearray()
        self.done = done

    def connection_made(self, transport):
        self.transport = transport

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.parts += self.buffer[:nbytes]

    def eof_received(self):
        self.transport.write(bytes(self.parts[::-1]))

    def connection_lost(self, exc):
        self.done.set_result(exc)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    server = await loop.create_server(lambda: Buffered(done), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'a man a plan a canal')
    writer.write_eof()
    print(await reader.read())
    print(await done)
    writer.close()
    server.close()


asyncio.run(main())
