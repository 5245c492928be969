# over real sockets
import asyncio


async def main():
    seen = asyncio.get_running_loop().create_future()

    async def handle(reader, writer):
        seen.set_result((writer.get_extra_info('peername'), writer.get_extra_info('sockname')))
        await reader.read()
        writer.close()

    server = await asyncio.start_server(handle, host='127.0.0.1', port=0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    mine, theirs = writer.get_extra_info('sockname'), writer.get_extra_info('peername')
    peer, own = await seen
    print(mine == peer, theirs == own == address, mine[0], theirs[0])
    print(writer.get_extra_info('nothing'), writer.get_extra_info('nothing', 5))
    socket = writer.get_extra_info('socket')
    print(type(socket).__name__, int(socket.family), int(socket.type), socket.getpeername() == address)
    print(writer.get_extra_info('sslcontext'), writer.get_extra_info('cipher'))
    print(type(writer.transport).__name__, type(reader).__name__, type(writer).__name__)
    shown = repr(socket)
    print(shown.startswith('<asyncio.TransportSocket fd='), 'laddr=' in shown, 'raddr=' in shown)
    writer.close()
    await writer.wait_closed()
    server.close()
    print(repr(server))


asyncio.run(main())
