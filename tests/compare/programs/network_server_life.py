# over real sockets
import asyncio


async def handle(reader, writer):
    writer.write(await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving(), len(server.sockets), server.get_loop() is asyncio.get_running_loop())
    await server.start_serving()
    print(server.is_serving())
    await server.start_serving()
    port = server.sockets[0].getsockname()[1]
    serving = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split(' is ')[1])
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'abc')
    writer.write_eof()
    print(await reader.read())
    writer.close()
    serving.cancel()
    try:
        await serving
    except asyncio.CancelledError:
        print('cancelled', server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split(' is ')[1])
    server.close()
    await server.wait_closed()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    await asyncio.sleep(0.05)
    server.close()
    closing = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.05)
    print('waits for its clients', not closing.done())
    writer.write(b'last')
    writer.write_eof()
    print(await reader.read())
    await closing
    print('closed')
    writer.close()


asyncio.run(main())
