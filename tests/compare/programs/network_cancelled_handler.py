# over real sockets
import asyncio


async def main():
    begun = asyncio.Event()
    tasks = []

    async def handle(reader, writer):
        tasks.append(asyncio.current_task())
        begun.set()
        try:
            await reader.read()
            print('never')
        except asyncio.CancelledError as error:
            print('handler cancelled', error)
            raise
        finally:
            writer.close()
            print('handler closed')

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    await begun.wait()
    tasks[0].cancel('enough')
    print('read', await reader.read())
    print(tasks[0].cancelled(), reader.at_eof())
    writer.close()

    reading = asyncio.create_task(asyncio.open_connection('127.0.0.1', port))
    reader, writer = await reading
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0.05)
    try:
        await reader.readline()
    except RuntimeError as error:
        print(error)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print('client cancelled')
    tasks[1].cancel()
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
