"""A small site on the loopback, on which the libraries are compared. It prints its port, and ends with its
standard input, or after five minutes."""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

HTML = "text/html; charset=utf-8"
OK = '<html><title>ok</title><p class="a">ok</p></html>'
PAGES = {
    "gbk": ("<p>你好</p>".encode("gbk"), "text/html; charset=gbk"),
    "nocharset": ("<p>é 你</p>".encode(), "text/html"),
    "json": ('{"a": [1, 2, {"b": null}], "c": "é"}'.encode(), "application/json"),
    "lines": (b"one\ntwo\nthree\n", "text/plain"),
}
REDIRECTS = {
    "loop": (302, [("Location", "/loop")]),
    "see": (303, [("Location", "/echo")]),
    "keep": (307, [("Location", "/echo")]),
    "cookie": (302, [("Set-Cookie", "session=abc; Path=/"), ("Location", "/echo")]),
}


class Site(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def reply(self, status, body=b"", kind=None, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def echo(self, query, body):
        told = {"method": self.command, "args": parse_qsl(query, True), "path": self.path, "body": body.decode("latin-1")}
        for key, name in (("type", "Content-Type"), ("x", "X-Test"), ("auth", "Authorization"), ("cookie", "Cookie")):
            told[key] = self.headers.get(name)
        self.reply(200, json.dumps(told).encode(), "application/json")

    def answer(self):
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        page, *rest = address.path.strip("/").split("/")
        if page == "echo":
            self.echo(address.query, body)
        elif page == "status":
            self.reply(int(rest[0]), f"status {rest[0]}".encode(), "text/plain")
        elif page == "redirect":
            left = int(rest[0]) - 1
            self.reply(302, headers=[("Location", f"/redirect/{left}" if left else "/ok")])
        elif page in REDIRECTS:
            status, headers = REDIRECTS[page]
            self.reply(status, headers=headers)
        elif page == "slow":
            time.sleep(float(rest[0]))
            self.reply(200, b"slow", HTML)
        elif page in PAGES:
            self.reply(200, *PAGES[page])
        elif page == "none":
            self.reply(404, b"<h1>none</h1>", HTML)
        else:
            self.reply(200, OK.encode(), HTML, [("X-One", "1"), ("X-Two", "2")])

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = answer


class Server(ThreadingHTTPServer):
    def handle_error(self, request, address):
        """Who gives up waiting closes the connection: nothing to tell of."""


server = Server(("127.0.0.1", 0), Site)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
ending = threading.Timer(300, server.shutdown)
ending.daemon = True
ending.start()
sys.stdin.read()
