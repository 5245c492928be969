"""`urllib.request`: what it answers, raises and prints."""

import json
import urllib.error
import urllib.parse
import urllib.request

SITE = "http://site.test"


def told(error):
    print(f"{type(error).__module__}.{type(error).__name__}: {error}")


#: a page
response = urllib.request.urlopen(SITE + "/ok")
print(response.status, response.code, response.getcode(), response.reason, response.url, response.geturl())
print(response.headers["Content-Type"], response.headers.get_content_charset(), response.headers.get("x-one"), response.getheader("X-One"))
print(response.read(), response.read())
#: with a block
with urllib.request.urlopen(SITE + "/ok") as page:
    print(page.read().decode("utf-8"))
#: lines
with urllib.request.urlopen(SITE + "/lines") as page:
    print([line for line in page])
#: json
print(json.load(urllib.request.urlopen(SITE + "/json")))
#: query
query = urllib.parse.urlencode({"a": 1, "b": "x y"})
print(json.loads(urllib.request.urlopen(f"{SITE}/echo?{query}").read())["args"])
#: post
answer = json.loads(urllib.request.urlopen(SITE + "/echo", data=b"a=1").read())
print(answer["method"], answer["body"], answer["type"])
#: a request
request = urllib.request.Request(SITE + "/echo", headers={"X-Test": "one"}, method="PUT", data=b"x")
request.add_header("Authorization", "secret")
answer = json.loads(urllib.request.urlopen(request).read())
print(answer["method"], answer["x"], answer["auth"], request.get_method(), request.full_url, request.get_header("X-test"))
#: statuses
for status in (404, 500):
    try:
        urllib.request.urlopen(f"{SITE}/status/{status}")
    except urllib.error.HTTPError as error:
        told(error)
        print(error.code, error.reason, error.read(), error.headers["content-type"], isinstance(error, OSError))
#: refused
for address in ("http://127.0.0.1:1/", "http://no-such-host.invalid/"):
    try:
        urllib.request.urlopen(address)
    except urllib.error.URLError as error:
        told(error)
        print(repr(error.reason))
#: too slow
try:
    urllib.request.urlopen(SITE + "/slow/1", timeout=0.1)
except TimeoutError as error:
    told(error)
#: addresses that are none
for address in ("foo", "nothing://x/"):
    try:
        urllib.request.urlopen(address)
    except (ValueError, urllib.error.URLError) as error:
        told(error)
#: redirects
print(urllib.request.urlopen(SITE + "/redirect/3").url)
try:
    urllib.request.urlopen(SITE + "/loop")
except urllib.error.HTTPError as error:
    told(error)
#: encodings
page = urllib.request.urlopen(SITE + "/gbk")
print(page.read().decode(page.headers.get_content_charset()))
#: an opener
opener = urllib.request.build_opener()
opener.addheaders = [("X-Test", "opened")]
print(json.loads(opener.open(SITE + "/echo").read())["x"])
