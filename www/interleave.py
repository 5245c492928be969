"""What the listings of the movie crawls import, for plain Python: fetch pages, and read them.

Save this file beside a listing, install the parser, and run the listing:

    pip install beautifulsoup4
    python movies_gather.py

`interleave run movies_gather.py` needs neither: this module is built into the command.
"""

import asyncio
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from bs4 import BeautifulSoup


class HttpError(OSError):
    """A site answered with a status of 400 or more."""


class PageError(LookupError):
    """A page lacks what was looked for."""


class Element:
    """An element of a page, or the page itself."""

    def __init__(self, node, url):
        self._node = node
        self._url = url

    def all(self, selector):
        """Returns the elements that a CSS selector finds, in the order of the page."""
        return [Element(node, self._url) for node in self._node.select(selector)]

    def first(self, selector):
        """Returns the first element that a CSS selector finds; raises PageError if there is none."""
        return self.nth(selector, 0)

    def nth(self, selector, index):
        """Returns the element with an index, from 0, of those that a CSS selector finds."""
        found = self.all(selector)
        if index >= len(found):
            raise PageError(f"{self._url} has no element {index} for {selector!r}")
        return found[index]

    def text(self):
        """Returns the text, with each run of white space as one blank."""
        return " ".join(self._node.get_text().split())

    def address(self, attribute):
        """Returns the address in an attribute, made absolute."""
        if attribute not in self._node.attrs:
            raise PageError(f"an element of {self._url} has no attribute {attribute!r}")
        return urljoin(self._url, self._node[attribute])


async def fetch(url):
    """Fetches a page and parses it; raises HttpError for a status of 400 or more."""
    # urllib blocks, so a thread waits for it: the event loop is free for other tasks.
    return await asyncio.to_thread(_fetch, url)


def _fetch(url):
    # Some sites answer only to what looks like a browser.
    request = Request(url, headers={"User-Agent": "Mozilla/5.0 (compatible; Interleave)"})
    try:
        with urlopen(request) as response:
            return Element(BeautifulSoup(response.read(), "html.parser"), response.url)
    except HTTPError as error:
        raise HttpError(f"{url} answered with status {error.code}") from None
