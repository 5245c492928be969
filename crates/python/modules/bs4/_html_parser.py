"""Makes the tree of Python's own parser, which knows no rules of HTML but empty elements and scripts."""

from html.parser import HTMLParser

from ._strings import CData, Comment, Declaration, Doctype, ProcessingInstruction
from ._tag import VOID


def feed(soup, text):
    parser = _Parser(soup)
    parser.feed(text)
    parser.close()


class _Parser(HTMLParser):
    def __init__(self, soup):
        super().__init__(convert_charrefs=False)
        self.soup = soup
        # Elements that are closed already because they are empty.
        self.closed = []

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs, is_empty=False)
        self.handle_endtag(tag, is_written=False)

    def handle_starttag(self, tag, attrs, is_empty=True):
        values = {}
        duplicates = self.soup.on_duplicate_attribute
        for key, value in attrs:
            value = "" if value is None else value
            if key not in values or duplicates in (None, "replace"):
                values[key] = value
            elif callable(duplicates):
                duplicates(values, key, value)
        line, position = self.getpos()
        made = self.soup.handle_starttag(tag, None, None, values, line, position)
        if made and made.is_empty_element and is_empty:
            self.handle_endtag(tag, is_written=False)
            self.closed.append(tag)

    def handle_endtag(self, tag, is_written=True):
        if is_written and tag in self.closed:
            self.closed.remove(tag)
        else:
            self.soup.handle_endtag(tag)

    def handle_data(self, data):
        self.soup.handle_data(data)

    def handle_charref(self, name):
        number = int(name[1:], 16) if name[:1] in "xX" else int(name)
        text = None
        if number < 256:
            # What old pages mean is a character of Windows, not of Latin 1.
            for encoding in ("windows-1252", "latin-1"):
                try:
                    text = bytes([number]).decode(encoding)
                    break
                except UnicodeDecodeError:
                    pass
        if text is None:
            try:
                text = chr(number)
            except (ValueError, OverflowError):
                text = "\N{REPLACEMENT CHARACTER}"
        self.handle_data(text)

    def handle_entityref(self, name):
        from html.entities import name2codepoint, html5

        if name in name2codepoint:
            self.handle_data(chr(name2codepoint[name]))
        elif name + ";" in html5:
            self.handle_data(html5[name + ";"])
        else:
            # Not an entity: an ampersand that was not written as one.
            self.handle_data(f"&{name}")

    def _special(self, kind, data):
        self.soup.endData()
        self.soup.handle_data(data)
        self.soup.endData(kind)

    def handle_comment(self, data):
        self._special(Comment, data)

    def handle_decl(self, decl):
        self._special(Doctype, decl[len("DOCTYPE ") :])

    def unknown_decl(self, data):
        if data.upper().startswith("CDATA["):
            self._special(CData, data[len("CDATA[") :])
        else:
            self._special(Declaration, data)

    def handle_pi(self, data):
        self._special(ProcessingInstruction, data)
