"""`httpx`: what it answers, raises and prints."""

import asyncio

import httpx

SITE = "http://site.test"


def told(error):
    print(f"{type(error).__module__}.{type(error).__name__}: {error}")
    print([kind.__name__ for kind in type(error).__mro__])


#: a page
response = httpx.get(SITE + "/ok")
print(response, response.status_code, response.is_success, response.reason_phrase, repr(response.url))
print(response.text, response.content, response.encoding, response.headers["content-type"], response.headers["X-One"])
print("x-TWO" in response.headers, response.headers.get("nothing"), response.history, response.is_error)
#: parameters
print(httpx.get(SITE + "/echo", params={"a": [1, 2], "b": "x y", "c": None, "d": True}).url)
print(httpx.get(SITE + "/echo", params={"a": 1}).json()["args"])
#: headers
print(httpx.get(SITE + "/echo", headers={"X-Test": "one"}).json()["x"])
#: json
print(httpx.get(SITE + "/json").json(), httpx.get(SITE + "/json").encoding)
#: no json
try:
    httpx.get(SITE + "/ok").json()
except ValueError as error:
    told(error)
#: post
for arguments in ({"data": {"a": "1"}}, {"json": {"a": 1, "b": [2]}}, {"content": b"raw"}):
    answer = httpx.post(SITE + "/echo", **arguments).json()
    print(answer["method"], answer["body"], answer["type"])
#: statuses
for status in (200, 302, 404, 500):
    try:
        print(httpx.get(f"{SITE}/status/{status}").raise_for_status())
    except httpx.HTTPStatusError as error:
        told(error)
        print(error.response.status_code, error.request)
#: codes
print(httpx.codes.OK, httpx.codes.NOT_FOUND == 404, repr(httpx.codes.NOT_FOUND))
#: redirects
response = httpx.get(SITE + "/redirect/2")
print(response, response.next_request, response.has_redirect_location, response.is_redirect)
response = httpx.get(SITE + "/redirect/2", follow_redirects=True)
print(response, response.history, response.url)
try:
    httpx.get(SITE + "/loop", follow_redirects=True)
except httpx.TooManyRedirects as error:
    told(error)
#: refused
try:
    httpx.get("http://127.0.0.1:1/")
except httpx.HTTPError as error:
    told(error)
    print(error.request)
#: no such name
try:
    httpx.get("http://no-such-host.invalid/a")
except httpx.ConnectError as error:
    told(error)
#: too slow
try:
    httpx.get(SITE + "/slow/1", timeout=0.1)
except httpx.TimeoutException as error:
    told(error)
#: addresses that are none
for address in ("foo", "ftp://x/", "http://"):
    try:
        httpx.get(address)
    except httpx.UnsupportedProtocol as error:
        told(error)
#: encodings
for path in ("/gbk", "/nocharset"):
    response = httpx.get(SITE + path)
    print(path, response.encoding, response.charset_encoding, response.text)
#: lines
print(list(httpx.get(SITE + "/lines").iter_lines()))
with httpx.stream("GET", SITE + "/lines") as response:
    print(list(response.iter_lines()))
#: a client
with httpx.Client(base_url=SITE, headers={"X-Test": "of client"}, params={"p": "1"}) as client:
    answer = client.get("/echo", params={"q": 2}).json()
    print(answer["x"], answer["args"], client.timeout, client.is_closed)
print(client.is_closed)
try:
    client.get("/echo")
except RuntimeError as error:
    print(error)
#: cookies
with httpx.Client(follow_redirects=True) as client:
    print(client.get(SITE + "/cookie").json()["cookie"], client.cookies["session"], dict(client.cookies))
#: timeouts
print(httpx.Timeout(5), httpx.Timeout(10.0, connect=2), httpx.Limits(max_connections=3))
#: an awaited client
async def main():
    async with httpx.AsyncClient() as client:
        response = await client.get(SITE + "/ok")
        print(response, response.text)
        print((await client.post(SITE + "/echo", json={"a": 1})).json()["body"])
        pages = await asyncio.gather(*(client.get(f"{SITE}/slow/{wait}") for wait in (0.03, 0.01, 0.02)))
        print([str(page.url)[-4:] for page in pages])
        async with client.stream("GET", SITE + "/lines") as response:
            print([line async for line in response.aiter_lines()])


asyncio.run(main())
#: errors of an awaited client
async def main():
    async with httpx.AsyncClient() as client:
        for address, timeout in (("http://127.0.0.1:1/", 5), (SITE + "/slow/1", 0.1), ("foo", 5)):
            try:
                await client.get(address, timeout=timeout)
            except httpx.HTTPError as error:
                told(error)
        try:
            (await client.get(SITE + "/none")).raise_for_status()
        except httpx.HTTPStatusError as error:
            told(error)


asyncio.run(main())
