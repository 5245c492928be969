# over real sockets
import asyncio


async def serve(reader, writer):
    writer.write(b'first line\nsecond')
    await writer.drain()
    await reader.readexactly(2)
    writer.write(b' line\n12345678|rest of it')
    writer.close()


async def too_long(reader, writer):
    writer.write(b'x' * 300 + b'\n' + b'short\n')
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(await reader.readline())
    print(await reader.readexactly(3))
    writer.write(b'go')
    print(await reader.readline())
    print(await reader.readuntil(b'|'))
    try:
        await reader.readuntil(b'#')
    except asyncio.IncompleteReadError as error:
        print(type(error).__name__, error, error.partial, error.expected)
    print(await reader.read(), reader.at_eof())
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.readline())
    writer.close()
    server.close()

    server = await asyncio.start_server(too_long, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, limit=64)
    try:
        await reader.readuntil(b'\n')
    except asyncio.LimitOverrunError as error:
        print(type(error).__name__, str(error)[:42])
    try:
        await reader.readline()
    except ValueError as error:
        print('ValueError', str(error)[:30])
    for bad in (-1,):
        try:
            await reader.readexactly(bad)
        except ValueError as error:
            print(error)
    try:
        await reader.readuntil(b'')
    except ValueError as error:
        print(error)
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
