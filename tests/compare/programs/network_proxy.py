# over real sockets
import asyncio


async def upper(reader, writer):
    while data := await reader.readline():
        writer.write(data.upper())
    writer.write(b'-- end --\n')
    writer.close()


async def pipe(reader, writer):
    while data := await reader.read(1024):
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


def proxy_to(port):
    async def proxy(reader, writer):
        back_reader, back_writer = await asyncio.open_connection('127.0.0.1', port)
        await asyncio.gather(pipe(reader, back_writer), pipe(back_reader, writer))
        for each in writer, back_writer:
            each.close()
            await each.wait_closed()
    return proxy


async def main():
    back = await asyncio.start_server(upper, '127.0.0.1', 0)
    back_port = back.sockets[0].getsockname()[1]
    front = await asyncio.start_server(proxy_to(back_port), '127.0.0.1', 0)
    front_port = front.sockets[0].getsockname()[1]
    async with back, front:
        reader, writer = await asyncio.open_connection('127.0.0.1', front_port)
        for word in 'one', 'two', 'three':
            writer.write(f'{word}\n'.encode())
            print(await reader.readline())
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
