# over real sockets
import asyncio


class EchoServer(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: connection from', transport.get_extra_info('peername')[0])

    def data_received(self, data):
        print('server: data', data)
        self.transport.write(data)

    def eof_received(self):
        print('server: eof')
        self.transport.write(b'good bye')

    def connection_lost(self, exc):
        print('server: lost', exc)


class EchoClient(asyncio.Protocol):
    def __init__(self, message, lost):
        self.message, self.lost = message, lost

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.message.encode())
        print('client: sent', self.message)

    def data_received(self, data):
        print('client: data', data)
        if data == self.message.encode():
            self.transport.write_eof()

    def eof_received(self):
        print('client: eof')

    def connection_lost(self, exc):
        print('client: lost', exc)
        self.lost.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(EchoServer, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    lost = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: EchoClient('Hello', lost), '127.0.0.1', port)
    print(transport.get_protocol() is protocol, transport.is_reading(), transport.can_write_eof())
    await lost
    print(transport.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
