# over real sockets
import asyncio

STORE = {}


async def handle(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        command, *words = line.decode().split()
        match command.upper(), words:
            case 'SET', [key, value]:
                STORE[key] = value
                answer = 'OK'
            case 'GET', [key]:
                answer = STORE.get(key, 'NOT FOUND')
            case 'QUIT', []:
                writer.write(b'BYE\n')
                break
            case _:
                answer = f'ERROR {line.decode().strip()!r}'
        writer.write(f'{answer}\n'.encode())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(number, port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for command in (f'SET k{number} v{number}', f'GET k{number}', 'GET nothing', 'DANCE a b', 'QUIT'):
        writer.write(command.encode() + b'\n')
        answers.append((await reader.readline()).decode().strip())
    rest = await reader.read()
    writer.close()
    return number, answers, rest


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.TaskGroup() as group:
        tasks = [group.create_task(client(n, port), name=f'client {n}') for n in range(4)]
    for task in tasks:
        print(task.get_name(), task.result())
    print(sorted(STORE.items()))


asyncio.run(main())
