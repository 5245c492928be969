# over real sockets
import asyncio

BLOCK = b'x' * 65536
BLOCKS = 400


async def sink(reader, writer):
    await reader.readexactly(1)
    total = 1
    while data := await reader.read(1 << 16):
        total += len(data)
    writer.write(str(total).encode())
    writer.close()


async def main():
    server = await asyncio.start_server(sink, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for _ in range(BLOCKS):
        writer.write(BLOCK)
        await writer.drain()
    writer.writelines([b'a', b'b', b'c'])
    writer.write_eof()
    print(int(await reader.read()) == BLOCKS * len(BLOCK) + 3)
    try:
        writer.write(b'more')
    except RuntimeError as error:
        print(error)
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
