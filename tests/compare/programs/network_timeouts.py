# over real sockets
import asyncio


async def slow(reader, writer):
    await reader.readline()
    await asyncio.sleep(0.5)
    writer.write(b'late\n')
    writer.close()


async def idle(reader, writer):
    try:
        async with asyncio.timeout(0.1):
            await reader.readline()
    except TimeoutError:
        writer.write(b'you said nothing\n')
    writer.close()


async def main():
    server = await asyncio.start_server(slow, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'hello\n')
    try:
        await asyncio.wait_for(reader.readline(), timeout=0.1)
    except TimeoutError as error:
        print('timed out', repr(error))
    print(await reader.readline())
    print(await asyncio.wait_for(reader.read(), 1))
    writer.close()
    server.close()
    server = await asyncio.start_server(idle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
