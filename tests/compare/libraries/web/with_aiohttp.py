"""`aiohttp`: what it answers, raises and prints."""

import asyncio

import aiohttp

SITE = "http://site.test"


def told(error):
    print(f"{type(error).__module__}.{type(error).__name__}: {error}")
    print([kind.__name__ for kind in type(error).__mro__])


#: a page
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(SITE + "/ok") as response:
            print(response.status, response.ok, response.reason, repr(response.url), response.method)
            print(response.headers["content-type"], response.content_type, response.charset, response.headers["X-One"])
            print(await response.text(), await response.read(), response.history)
        print(session.closed)
    print(session.closed)


asyncio.run(main())
#: awaited
async def main():
    async with aiohttp.ClientSession() as session:
        response = await session.get(SITE + "/json")
        print(await response.json(), response.status)
        response.release()


asyncio.run(main())
#: parameters and headers
async def main():
    async with aiohttp.ClientSession(headers={"X-Test": "of session"}) as session:
        async with session.get(SITE + "/echo", params={"a": 1, "b": "x y"}) as response:
            answer = await response.json()
            print(response.url, answer["args"], answer["x"])
        async with session.get(SITE + "/echo", params=[("a", "1"), ("a", "2")], headers={"X-Test": "own"}) as response:
            answer = await response.json()
            print(answer["args"], answer["x"])
        try:
            await session.get(SITE, params={"a": None})
        except TypeError as error:
            print(error)


asyncio.run(main())
#: post
async def main():
    async with aiohttp.ClientSession() as session:
        for arguments in ({"data": {"a": "1"}}, {"json": {"a": 1}}, {"data": "text"}, {"data": b"bytes"}):
            async with session.post(SITE + "/echo", **arguments) as response:
                answer = await response.json()
                print(answer["method"], answer["body"], answer["type"])


asyncio.run(main())
#: statuses
async def main():
    async with aiohttp.ClientSession() as session:
        for status in (200, 404, 500):
            async with session.get(f"{SITE}/status/{status}") as response:
                try:
                    print(response.status, response.raise_for_status())
                except aiohttp.ClientResponseError as error:
                    told(error)
                    print(error.status, error.message, error.request_info.url)


asyncio.run(main())
#: statuses are raised
async def main():
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        try:
            async with session.get(SITE + "/none") as response:
                print("not here")
        except aiohttp.ClientError as error:
            told(error)


asyncio.run(main())
#: no json
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(SITE + "/ok") as response:
            try:
                await response.json()
            except aiohttp.ContentTypeError as error:
                told(error)
            try:
                await response.json(content_type=None)
            except ValueError as error:
                told(error)


asyncio.run(main())
#: refused
async def main():
    async with aiohttp.ClientSession() as session:
        for address in ("http://127.0.0.1:1/", "http://no-such-host.invalid/"):
            try:
                await session.get(address)
            except aiohttp.ClientConnectorError as error:
                told(error)
                print(error.host, error.port)


asyncio.run(main())
#: too slow
async def main():
    async with aiohttp.ClientSession() as session:
        for timeout in (aiohttp.ClientTimeout(total=0.1), aiohttp.ClientTimeout(sock_read=0.1)):
            try:
                async with session.get(SITE + "/slow/1", timeout=timeout) as response:
                    print(await response.text())
            except asyncio.TimeoutError as error:
                told(error)
        try:
            async with asyncio.timeout(0.1):
                await session.get(SITE + "/slow/1")
        except TimeoutError as error:
            told(error)


asyncio.run(main())
#: addresses that are none
async def main():
    async with aiohttp.ClientSession() as session:
        for address in ("foo", "ftp://x/", "http://"):
            try:
                await session.get(address)
            except aiohttp.ClientError as error:
                told(error)


asyncio.run(main())
#: redirects
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(SITE + "/redirect/2") as response:
            print(response.url, response.status, [(it.status, str(it.url)) for it in response.history])
        async with session.get(SITE + "/redirect/2", allow_redirects=False) as response:
            print(response.status, response.headers["Location"])
        try:
            await session.get(SITE + "/loop")
        except aiohttp.TooManyRedirects as error:
            told(error)


asyncio.run(main())
#: encodings
async def main():
    async with aiohttp.ClientSession() as session:
        for path in ("/gbk", "/nocharset"):
            async with session.get(SITE + path) as response:
                print(path, response.charset, await response.text(), response.get_encoding())
        async with session.get(SITE + "/gbk") as response:
            print(await response.text(encoding="utf-8", errors="replace"))


asyncio.run(main())
#: many at once
async def fetch(session, wait):
    async with session.get(f"{SITE}/slow/{wait}") as response:
        await response.read()
        print("got", wait)
        return wait


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, wait) for wait in (0.3, 0.1, 0.2))))


asyncio.run(main())
#: one at a time
async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        print(await asyncio.gather(*(fetch(session, wait) for wait in (0.2, 0.01, 0.1))))


async def fetch(session, wait):
    async with session.get(f"{SITE}/slow/{wait}") as response:
        await response.read()
        print("got", wait)
        return wait


asyncio.run(main())
#: tasks of requests
async def main():
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.ensure_future(session.get(SITE + path)) for path in ("/ok", "/none")]
        print([response.status for response in await asyncio.gather(*tasks)])


asyncio.run(main())
#: body in parts
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(SITE + "/lines") as response:
            print([line async for line in response.content])
        async with session.get(SITE + "/lines") as response:
            print(b"".join([chunk async for chunk in response.content.iter_chunked(4)]))
        async with session.get(SITE + "/lines") as response:
            print(await response.content.readline(), await response.content.read())


asyncio.run(main())
#: base address and cookies
async def main():
    async with aiohttp.ClientSession(SITE, cookies={"a": "1"}) as session:
        async with session.get("/echo") as response:
            print((await response.json())["cookie"], response.url)


asyncio.run(main())
#: a closed session
async def main():
    session = aiohttp.ClientSession()
    await session.close()
    try:
        await session.get(SITE)
    except RuntimeError as error:
        print(error)
    try:
        with aiohttp.ClientSession() as session:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
#: a session without a loop
try:
    aiohttp.ClientSession()
except RuntimeError as error:
    print(error)
#: a session is cancelled
async def main():
    async with aiohttp.ClientSession() as session:
        task = asyncio.create_task(fetch(session))
        await asyncio.sleep(0.05)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())


async def fetch(session):
    async with session.get(SITE + "/slow/1") as response:
        return response.status


asyncio.run(main())
#: exceptions
for name in ("ClientConnectorError", "ServerDisconnectedError", "ServerTimeoutError", "ClientPayloadError", "ContentTypeError", "InvalidURL"):
    print(name, [kind.__name__ for kind in getattr(aiohttp, name).__mro__])
#: timeouts
print(aiohttp.ClientTimeout(total=3), aiohttp.ClientTimeout().total)
