# over real sockets
import asyncio


async def main():
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as error:
        text = str(error).replace(str(port), 'PORT')
        print(type(error).__name__, error.errno, text)
    try:
        await asyncio.wait_for(asyncio.open_connection('127.0.0.1', port), 5)
    except OSError as error:
        print(type(error).__name__)

    one = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    port = one.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', port)
    except OSError as error:
        print(type(error).__name__, error.errno, str(error).replace(str(port), 'PORT'))
    one.close()
    again = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', port)
    print(again.sockets[0].getsockname()[1] == port)
    again.close()
    try:
        await asyncio.open_connection()
    except ValueError as error:
        print(error)
    try:
        await asyncio.open_connection('127.0.0.1', port, server_hostname='x')
    except ValueError as error:
        print(error)


asyncio.run(main())
