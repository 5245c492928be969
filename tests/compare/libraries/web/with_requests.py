"""`requests`: what it answers, raises and prints."""

import json

import requests

SITE = "http://site.test"


def told(error):
    print(f"{type(error).__module__}.{type(error).__name__}: {error}")
    print([kind.__name__ for kind in type(error).__mro__])


#: a page
response = requests.get(SITE + "/ok")
print(response, response.status_code, response.ok, response.reason, response.url, bool(response))
print(response.text, response.content, response.encoding, response.headers["content-type"], response.headers["X-One"])
print(type(response.headers).__name__, "x-TWO" in response.headers, response.headers.get("nothing"), response.is_redirect, response.history)
#: an address without a path
print(requests.get(SITE).url, requests.get(SITE + "?a=1").url)
#: parameters
print(requests.get(SITE + "/echo", params={"a": [1, 2], "b": "x y", "c": None, "d": "é&"}).url)
print(requests.get(SITE + "/echo?x=1", params={"a": 1}).json()["args"])
print(requests.get(SITE + "/echo", params="a=1&b=2").json()["path"], requests.get(SITE + "/a b/é").url)
#: headers
print(requests.get(SITE + "/echo", headers={"X-Test": "one", "x-other": "two"}).json()["x"])
print(requests.get(SITE, headers={"A": "b"}).request.headers)
#: json
response = requests.get(SITE + "/json")
print(response.json(), response.json()["a"][2], response.encoding)
#: no json
try:
    requests.get(SITE + "/ok").json()
except ValueError as error:
    told(error)
#: post a form
answer = requests.post(SITE + "/echo", data={"a": "1", "b": "x y"}).json()
print(answer["method"], answer["body"], answer["type"])
#: post json
answer = requests.post(SITE + "/echo", json={"a": 1, "b": [None, True]}).json()
print(answer["method"], answer["body"], answer["type"])
#: post text and bytes
print(requests.post(SITE + "/echo", data="plain").json()["body"], requests.post(SITE + "/echo", data=b"bytes").json()["type"])
#: other methods
for method in ("put", "patch", "delete", "options"):
    print(method, getattr(requests, method)(SITE + "/echo").json()["method"])
response = requests.head(SITE + "/ok")
print(response.status_code, response.content, response.headers["content-type"])
#: statuses
for status in (200, 204, 404, 418, 500, 503):
    response = requests.get(f"{SITE}/status/{status}")
    print(response.status_code, response.reason, response.ok)
    try:
        print(response.raise_for_status())
    except requests.HTTPError as error:
        told(error)
        print(error.response.status_code, error.request.method, error.response is response)
#: codes
print(requests.codes.ok, requests.codes.not_found, requests.codes.NOT_FOUND, requests.codes["teapot"])
#: refused
try:
    requests.get("http://127.0.0.1:1/a?b=1")
except requests.exceptions.RequestException as error:
    told(error)
#: no such name
try:
    requests.get("http://no-such-host.invalid/a")
except requests.ConnectionError as error:
    told(error)
#: too slow
try:
    requests.get(SITE + "/slow/1", timeout=0.1)
except requests.exceptions.Timeout as error:
    told(error)
try:
    requests.get(SITE + "/slow/1", timeout=(3, 0.1))
except requests.ReadTimeout as error:
    print(repr(error))
#: fast enough
print(requests.get(SITE + "/slow/0.01", timeout=5).text)
#: addresses that are none
for address in ("foo", "foo/bar", "ftp://x/", "http://", "//x", "http:///a", "mailto:a@b"):
    try:
        requests.get(address)
    except requests.RequestException as error:
        told(error)
#: redirects
response = requests.get(SITE + "/redirect/3")
print(response.url, response.status_code, response.history, [it.url for it in response.history])
response = requests.get(SITE + "/redirect/1", allow_redirects=False)
print(response.status_code, response.headers["location"], response.is_redirect, response.history)
try:
    requests.get(SITE + "/loop")
except requests.TooManyRedirects as error:
    told(error)
#: redirects of a post
for path in ("/see", "/keep"):
    answer = requests.post(SITE + path, data={"a": 1}).json()
    print(path, answer["method"], answer["body"], answer["type"])
#: encodings
for path in ("/gbk", "/nocharset", "/json"):
    response = requests.get(SITE + path)
    print(path, response.encoding, response.apparent_encoding if path != "/gbk" else "", response.text)
response = requests.get(SITE + "/nocharset")
response.encoding = "utf-8"
print(response.text)
#: lines and chunks
response = requests.get(SITE + "/lines")
print(list(response.iter_lines()), list(response.iter_lines(decode_unicode=True)), list(response.iter_content(5)))
with requests.get(SITE + "/lines", stream=True) as response:
    print([line.decode() for line in response.iter_lines() if line])
#: a session
with requests.Session() as session:
    session.headers.update({"X-Test": "of session"})
    session.params = {"p": 1}
    answer = session.get(SITE + "/echo", params={"q": 2}).json()
    print(answer["x"], answer["args"])
    print(session.get(SITE + "/echo", headers={"X-Test": "of request"}).json()["x"], session.headers["User-Agent"][:16])
#: cookies
session = requests.Session()
print(session.get(SITE + "/cookie").json()["cookie"], session.cookies.get("session"), session.cookies.get_dict(), len(session.cookies))
print(requests.get(SITE + "/echo", cookies={"a": "1", "b": "2"}).json()["cookie"])
print([(cookie.name, cookie.value) for cookie in session.cookies], "session" in session.cookies)
#: a name and a password
print(requests.get(SITE + "/echo", auth=("ada", "secret")).json()["auth"])
#: prepared
request = requests.Request("GET", SITE + "/echo", params={"a": 1}, headers={"X-Test": "p"})
prepared = request.prepare()
print(prepared.method, prepared.url, prepared.headers, request, prepared)
print(requests.Session().send(prepared).json()["x"])
#: exceptions
names = ("ConnectionError", "ConnectTimeout", "ReadTimeout", "HTTPError", "TooManyRedirects", "JSONDecodeError", "SSLError")
for name in names:
    print(name, [kind.__name__ for kind in getattr(requests.exceptions, name).__mro__])
#: hooks
requests.get(SITE + "/ok", hooks={"response": lambda response, *args, **kwargs: print("hook", response.status_code)})
#: json text of unicode
print(requests.get(SITE + "/json").json()["c"], json.loads(requests.get(SITE + "/json").content)["c"])
#: elapsed
print(requests.get(SITE + "/slow/0.05").elapsed.total_seconds() >= 0.05)
