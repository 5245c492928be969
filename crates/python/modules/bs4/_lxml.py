"""Mends a page as libxml2 does: which tags it puts in, which it closes, which it leaves out.

The rules were found by asking the library: `tests/compare/judge/libraries/` asks it again.
"""

import re

import _html

from ._strings import Comment, Doctype

#: A start tag that the page ends in.
_CUT_OFF = re.compile(r"<([a-zA-Z]\w*)")
_SPACES = " \t\n\f\r"
_BLOCKS_OF_TEXT = "fieldset form li p table"
_LISTS = "dd dl dt form ul"
_CELLS = "tbody td tfoot th tr"
_COLUMNS = "colgroup tbody tfoot thead tr"
_PREFORMATTED = "dd dl dt fieldset form li table ul"

#: The elements that a start tag closes, by the name of the element that is open.
_CLOSED_BY = {
    "a": "a fieldset table td th",
    "address": "dd dl dt form li ul",
    "b": "center p td th",
    "big": "p",
    "caption": "col " + _COLUMNS,
    "colgroup": _COLUMNS,
    "dd": "dt",
    "dir": _LISTS,
    "dl": "form li",
    "dt": "dd dl",
    "font": "center td th",
    "form": "form",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _BLOCKS_OF_TEXT),
    "head": "a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em "
    "fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p pre q s samp "
    "small span strike strong sub sup table tt u ul var xmp",
    "i": "center p td th",
    "legend": "fieldset",
    "li": "li",
    "listing": _PREFORMATTED,
    "menu": _LISTS,
    "ol": "form",
    "option": "optgroup option",
    "p": "address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 "
    "h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp",
    "pre": _PREFORMATTED,
    "s": "p",
    "small": "p",
    "span": "td th",
    "strike": "p",
    "tbody": "tbody tfoot",
    "td": _CELLS,
    "tfoot": "tbody",
    "th": _CELLS,
    "thead": "tbody tfoot",
    "tr": "tbody tfoot tr",
    "tt": "p",
    "u": "p td th",
    "ul": "address form menu pre",
}
_CLOSED_BY = {name: frozenset(others.split()) for name, others in _CLOSED_BY.items()}

#: An end tag does not reach through an element of a higher rank.
_RANKS = {
    "div": 150,
    **dict.fromkeys(("td", "th"), 160),
    "tr": 170,
    **dict.fromkeys(("thead", "tbody", "tfoot"), 180),
    "table": 190,
    **dict.fromkeys(("head", "body"), 200),
    "html": 220,
}
_VOID = frozenset("area base basefont br col frame hr img input isindex link meta param".split())
_OF_HEAD = frozenset("script style meta link title base".split())
_OF_FRAMES = frozenset("noframes frame frameset".split())


def feed(soup, text):
    mender = _Mender(soup)
    tokens = _html.tokens(text)
    for token in tokens:
        getattr(mender, "take_" + token[0])(*token[1:])
    if not tokens and (cut_off := _CUT_OFF.search(text)):
        mender.imply_for(cut_off.group(1).lower())
    while mender.open:
        mender.pop()


class _Mender:
    def __init__(self, soup):
        self.soup = soup
        #: The names of the open elements.
        self.open = []
        self.has_begun = self.had_head = self.had_body = False
        # How many start tags of `html`, `head` and `body` were left out: their end tags are, too.
        self.left_out = 0

    def push(self, name, attributes=()):
        self.has_begun = True
        self.had_head = self.had_head or name in ("head", "body")
        self.had_body = self.had_body or name == "body"
        self.open.append(name)
        values = {}
        for key, value in attributes:
            values.setdefault(key, value)
        self.soup.handle_starttag(name, None, None, values)

    def pop(self):
        self.soup.handle_endtag(self.open.pop())

    def close_for(self, name):
        while self.open and name in _CLOSED_BY.get(self.open[-1], ()):
            self.pop()

    def imply_for(self, name):
        """Opens what a start tag needs around it."""
        if name == "html":
            return
        if not self.open:
            self.push("html")
        if name in ("body", "head"):
            return
        if len(self.open) <= 1 and name in _OF_HEAD:
            if not self.had_head:
                self.push("head")
        elif name not in _OF_FRAMES and not self.had_body:
            if "body" not in self.open and "head" not in self.open:
                self.push("body")

    def take_s(self, name, attributes, closes_itself):
        self.has_begun = True
        self.close_for(name)
        self.imply_for(name)
        if self.is_misplaced(name):
            self.left_out += 1
            if closes_itself:
                # The library closes the element that is open.
                self.pop()
            return
        self.push(name, attributes)
        if closes_itself or name in _VOID:
            self.pop()

    def is_misplaced(self, name):
        return (
            name == "html"
            and bool(self.open)
            or name == "head"
            and len(self.open) != 1
            or name == "body"
            and "body" in self.open
        )

    def take_e(self, name):
        self.has_begun = True
        if self.left_out and name in ("html", "head", "body"):
            self.left_out -= 1
            return
        rank = _RANKS.get(name, 100)
        for inner in reversed(self.open):
            if inner == name:
                break
            if _RANKS.get(inner, 100) > rank:
                return
        else:
            return
        while self.open[-1] != name:
            self.pop()
        self.pop()

    def take_d(self, text):
        if self.open and self.open[-1] not in ("html", "head"):
            self.soup.handle_data(text)
            return
        # White space stays where it is; other text belongs into the body.
        rest = text.lstrip(_SPACES)
        space = text[: len(text) - len(rest)]
        if space and self.has_begun:
            self.soup.handle_data(space)
        if rest:
            self.close_for("p")
            self.imply_for("p")
            self.soup.handle_data(rest)

    def take_c(self, text):
        self.soup.endData()
        self.soup.handle_data(text)
        self.soup.endData(Comment)

    def take_t(self, name, public, system):
        self.soup.endData()
        self.soup.object_was_parsed(Doctype.for_name_and_ids(name, public, system))
