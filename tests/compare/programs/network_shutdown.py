# over real sockets
import asyncio


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(b'ok ' + line)
            await writer.drain()
    except asyncio.CancelledError:
        writer.write(b'closing down\n')
        raise
    finally:
        writer.close()


async def client(port, name, ready):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'{name}\n'.encode())
    lines = [await reader.readline()]
    ready.set()
    lines.append(await reader.readline())
    lines.append(await reader.readline())
    writer.close()
    return lines


async def main():
    handlers = set()

    async def tracked(reader, writer):
        handlers.add(asyncio.current_task())
        await handle(reader, writer)

    server = await asyncio.start_server(tracked, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    serving = asyncio.create_task(server.serve_forever(), name='serving')
    clients, ready = [], []
    for name in 'a', 'b', 'c':
        is_ready = asyncio.Event()
        clients.append(asyncio.create_task(client(port, name, is_ready)))
        await is_ready.wait()
    print('handlers', len(handlers), server.is_serving())
    server.close()
    for task in handlers:
        task.cancel()
    results = await asyncio.gather(*handlers, return_exceptions=True)
    print([type(result).__name__ for result in results])
    for lines in await asyncio.gather(*clients):
        print(lines)
    try:
        await serving
    except asyncio.CancelledError:
        print('serving was cancelled')
    await server.wait_closed()
    print('closed', server.is_serving())


asyncio.run(main())
