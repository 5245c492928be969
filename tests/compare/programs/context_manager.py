"""A connection that opens and closes by itself."""

import asyncio
from contextlib import asynccontextmanager


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)
        print("disconnected", kind.__name__ if kind else "without error")
        return False

    async def ask(self, question):
        await asyncio.sleep(0.5)
        return question[::-1]


@asynccontextmanager
async def transaction(connection):
    print("begin")
    try:
        yield connection
    except Exception as error:
        print("rollback:", error)
        raise
    else:
        print("commit")


async def main():
    async with Connection() as connection, transaction(connection):
        print(await connection.ask("olleh"))
    try:
        async with Connection() as connection:
            async with transaction(connection):
                raise RuntimeError("lost")
    except RuntimeError as error:
        print("outside:", error)


asyncio.run(main())
