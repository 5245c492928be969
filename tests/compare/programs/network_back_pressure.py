# over real sockets
import asyncio

SIZE = 32 * 1024 * 1024


class Slow(asyncio.Protocol):
    def __init__(self, start, done):
        self.start, self.done, self.count = start, done, 0

    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        self.start.add_done_callback(lambda _: transport.resume_reading())
        print('reading', transport.is_reading())

    def data_received(self, data):
        self.count += len(data)

    def eof_received(self):
        self.done.set_result(self.count)


class Fast(asyncio.Protocol):
    def __init__(self):
        self.paused = asyncio.Event()
        self.resumed = asyncio.Event()

    def connection_made(self, transport):
        self.transport = transport

    def pause_writing(self):
        print('paused')
        self.paused.set()

    def resume_writing(self):
        print('resumed')
        self.resumed.set()


async def main():
    loop = asyncio.get_running_loop()
    start, done = loop.create_future(), loop.create_future()
    server = await loop.create_server(lambda: Slow(start, done), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(Fast, '127.0.0.1', port)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000, low=500)
    print(transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    transport.write(b'x' * SIZE)
    await protocol.paused.wait()
    print(transport.get_write_buffer_size() > 1000, protocol.resumed.is_set())
    start.set_result(None)
    await protocol.resumed.wait()
    print(transport.get_write_buffer_size() <= 500)
    transport.write_eof()
    print(await done == SIZE)
    transport.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
