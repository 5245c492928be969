"""The library's own parser of pages, in the ways of tutorials."""

import html
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, quote_plus, unquote, urlencode, urljoin, urlparse, urlsplit, urlunparse

PAGE = """<!DOCTYPE html><html><head><title>Films &amp; more</title></head>
<body class=main><!-- a note --><p id="one">First<br/>line &lt;3 &#233;</p>
<a href="/next?p=2">next</a><img src=x.png alt='a "b"'><script>if (a < b) {}</script></body></html>"""


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.depth = 0

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_starttag(self, tag, attrs):
        print(" " * self.depth + "<", tag, attrs, self.getpos())
        self.depth += 1

    def handle_startendtag(self, tag, attrs):
        print("both", tag, attrs)

    def handle_endtag(self, tag):
        self.depth -= 1
        print("/", tag)

    def handle_data(self, data):
        if data.strip():
            print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))


parser = Links()
parser.feed(PAGE)
parser.close()
print(html.escape('<a href="x">\'&</a>'), html.unescape("&copy; &euro; &#x41; &nosuch; &amp"))
url = urlparse("https://user:pw@example.com:8080/a/b;c?q=1&r=a%20b#frag")
print(url)
print(url.hostname, url.port, url.username, url.password, url.netloc)
print(urlsplit("//host/path?x").geturl(), urlunparse(("http", "h", "/p", "", "q=1", "")))
print(parse_qs("a=1&a=2&b=&c=%C3%A9", keep_blank_values=True))
print(urlencode({"q": "a b&c", "n": [1, 2]}, doseq=True), quote("/a b/é?"), quote_plus("a b/"), unquote("%7Ea%2Fb"))
for link in ("../x", "/y", "z?q", "#f", "//other/p", "http://o/", ""):
    print(urljoin("http://h/a/b/c.html", link))
