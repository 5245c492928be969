# over real sockets
import asyncio


async def abort(reader, writer):
    await reader.readline()
    writer.transport.abort()


async def broken(reader, writer):
    await reader.readline()
    writer.close()
    raise ValueError('a fault in the handler')


async def main():
    loop = asyncio.get_running_loop()
    messages = []
    loop.set_exception_handler(lambda loop, context: messages.append((context['message'], context.get('exception'))))
    server = await asyncio.start_server(abort, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'x\n')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()

    server = await asyncio.start_server(broken, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'x\n')
    print(await reader.read())
    await asyncio.sleep(0.05)
    print(messages)
    writer.close()
    server.close()

    async def leave(reader, writer):
        await reader.readline()
        writer.close()

    server = await asyncio.start_server(leave, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'x\n' + b'y' * 100_000 + b'\n')
    try:
        for _ in range(100):
            writer.write(b'z' * 1000)
            await writer.drain()
            await asyncio.sleep(0.01)
    except (ConnectionResetError, BrokenPipeError) as error:
        print('lost')
    server.close()


asyncio.run(main())
