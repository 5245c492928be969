# over real sockets
import asyncio
import json

PAGES = {'/': '<h1>Home</h1>', '/about': '<p>About us</p>'}


async def handle(reader, writer):
    request = (await reader.readuntil(b'\r\n\r\n')).decode()
    first, *lines = request.split('\r\n')
    method, path, _ = first.split()
    headers = dict(line.split(': ', 1) for line in lines if line)
    if path == '/headers':
        status, body = '200 OK', json.dumps(headers, sort_keys=True)
    elif path in PAGES:
        status, body = '200 OK', PAGES[path]
    else:
        status, body = '404 Not Found', 'no such page'
    writer.write(f'HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}'.encode())
    await writer.drain()
    writer.close()


async def get(port, path):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'GET {path} HTTP/1.1\r\nHost: here\r\nAccept: */*\r\n\r\n'.encode())
    status = (await reader.readline()).decode().strip()
    length = 0
    while (line := await reader.readline()) != b'\r\n':
        name, _, value = line.decode().partition(':')
        if name.lower() == 'content-length':
            length = int(value)
    body = await reader.readexactly(length)
    writer.close()
    await writer.wait_closed()
    return status, body.decode()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        paths = ['/', '/about', '/nothing', '/headers']
        for path, answer in zip(paths, await asyncio.gather(*(get(port, path) for path in paths))):
            print(path, *answer)


asyncio.run(main())
