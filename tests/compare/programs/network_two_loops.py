# over real sockets
"""A server whose loop runs in a thread, and a client in the main one."""

import asyncio
import threading

ready, ports = threading.Event(), []


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def serve():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    ports.append(server.sockets[0].getsockname()[1])
    ready.set()
    async with server:
        await asyncio.sleep(0.5)


async def ask():
    reader, writer = await asyncio.open_connection("127.0.0.1", ports[0])
    for text in (b"one\n", b"two\n"):
        writer.write(text)
        print(await reader.readline())
    writer.close()
    await writer.wait_closed()


thread = threading.Thread(target=asyncio.run, args=(serve(),))
thread.start()
ready.wait()
asyncio.run(ask())
thread.join()
print("over")
