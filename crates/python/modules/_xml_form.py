"""Whether a document of XML is well formed, and where it is not, in the words of expat.

The interpreter's own parser reads on where expat ends with an error; so a document is checked here when it is whole.
"""

import re

_SPACE = " \t\r\n"
_NAME = re.compile(r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?|:[\w.\-:]*")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|]]>")
_REFERENCE = re.compile(r"&(?:#(?:x([0-9a-fA-F]+)|([0-9]+))|([^\W\d][\w.\-]*));")
_PARTIAL = re.compile(r"&(?:#(?:x[0-9a-fA-F]*|[0-9]*)|[^\W\d][\w.\-]*)?")
_ENTITY = re.compile(r"<!ENTITY\s+([\w.\-]+)")
_KNOWN = {"lt", "gt", "amp", "quot", "apos"}

_WORDS = {
    2: "syntax error",
    3: "no element found",
    4: "not well-formed (invalid token)",
    5: "unclosed token",
    7: "mismatched tag",
    8: "duplicate attribute",
    9: "junk after document element",
    11: "undefined entity",
    14: "reference to invalid character number",
    17: "XML or text declaration not at start of entity",
    20: "unclosed CDATA section",
    27: "unbound prefix",
    30: "XML declaration not well-formed",
}


class _Fault(Exception):
    def __init__(self, code, at):
        self.code, self.at = code, at


class _Document:
    def __init__(self, text):
        self.text = text
        self.entities = set(_KNOWN)
        self.open = []
        self.has_root = False

    def check(self):
        text, at = self.text, 0
        while at < len(text):
            if text[at] == "<":
                at = self.mark(at)
            else:
                end = text.find("<", at)
                end = len(text) if end < 0 else end
                self.characters(at, end)
                at = end
        if self.open or not self.has_root:
            raise _Fault(3, len(text))

    def characters(self, at, end):
        if self.open:
            return self.references(at, end, at)
        for place in range(at, end):
            if self.text[place] not in _SPACE:
                if self.has_root:
                    raise _Fault(9, place)
                # Expat reads a name here, and sees with what follows that it cannot stand here.
                name = _NAME.match(self.text, place)
                if name and name.end() < len(self.text) and self.text[name.end()] == "<":
                    raise _Fault(4, name.end())
                raise _Fault(2, place)

    def references(self, at, end, told_at):
        bad = _BAD.search(self.text, at, end)
        if bad:
            raise _Fault(4, bad.end() - 1)
        place = self.text.find("&", at, end)
        while place >= 0:
            found = _REFERENCE.match(self.text, place, end)
            if not found:
                raise _Fault(4, _PARTIAL.match(self.text, place, end).end())
            hexadecimal, decimal, name = found.groups()
            if name and name not in self.entities:
                raise _Fault(11, place if told_at == at else told_at)
            number = int(hexadecimal, 16) if hexadecimal else int(decimal or 32)
            if number < 32 and chr(number) not in _SPACE or number > 0x10FFFF:
                raise _Fault(14, place)
            place = self.text.find("&", found.end(), end)

    def until(self, mark, at, begin, code=5):
        end = self.text.find(mark, begin)
        if end < 0:
            raise _Fault(code, len(self.text) if code == 20 else at)
        return end + len(mark)

    def mark(self, at):
        text = self.text
        if text.startswith("<!--", at):
            end = self.until("--", at, at + 4)
            if not text.startswith(">", end):
                raise _Fault(4 if end < len(text) else 5, end if end < len(text) else at)
            return end + 1
        if text.startswith("<?", at):
            return self.instruction(at)
        if text.startswith("<![CDATA[", at) and self.open:
            return self.until("]]>", at, at + 9, 20)
        if text.startswith("<!DOCTYPE", at) and not self.has_root:
            return self.declaration(at)
        if text.startswith("</", at):
            return self.end(at)
        if self.has_root and not self.open:
            raise _Fault(9, at)
        return self.start(at)

    def instruction(self, at):
        name = _NAME.match(self.text, at + 2)
        if not name:
            raise _Fault(4 if at + 2 < len(self.text) else 5, min(at + 2, len(self.text) - 1))
        if name[0] == "xml":
            if at:
                raise _Fault(17, at)
            if not self.text.startswith(tuple(_SPACE), name.end()):
                raise _Fault(30, name.end())
        elif not self.text.startswith((*_SPACE, "?>"), name.end()) and name.end() < len(self.text):
            raise _Fault(4, name.end())
        return self.until("?>", at, at + 2)

    def declaration(self, at):
        subset = self.text.find("[", at)
        end = self.until(">", at, at)
        if 0 <= subset < end:
            closed = self.until("]", at, subset)
            self.entities.update(_ENTITY.findall(self.text, subset, closed))
            end = self.until(">", at, closed)
        return end

    def name(self, at, token):
        found = _NAME.match(self.text, at)
        if not found:
            raise _Fault(*((4, at) if at < len(self.text) else (5, token)))
        return found[0], found.end()

    def space(self, at):
        while at < len(self.text) and self.text[at] in _SPACE:
            at += 1
        return at

    def expected(self, mark, at, token):
        if self.text.startswith(mark, at):
            return at + len(mark)
        raise _Fault(*((4, at) if at < len(self.text) else (5, token)))

    def end(self, at):
        if not self.open:
            raise _Fault(4, at + 1)
        name, after = self.name(at + 2, at)
        after = self.expected(">", self.space(after), at)
        if name != self.open[-1][0]:
            raise _Fault(7, at + 2)
        self.open.pop()
        return after

    def start(self, at):
        name, after = self.name(at + 1, at)
        names, spaces = [name], set(self.open[-1][1]) if self.open else {"xml", "xmlns"}
        attributes = set()
        while True:
            begin = self.space(after)
            if self.text.startswith("/>", begin):
                is_open, after = False, begin + 2
                break
            if self.text.startswith(">", begin):
                is_open, after = True, begin + 1
                break
            if begin == after or self.text.startswith("/", begin):
                raise _Fault(*((4, begin + self.text.startswith("/", begin)) if begin < len(self.text) else (5, at)))
            attribute, after = self.attribute(begin, at)
            if attribute in attributes:
                raise _Fault(8, begin)
            attributes.add(attribute)
            if attribute.startswith("xmlns:"):
                spaces.add(attribute[6:])
            else:
                names.append(attribute)
        if any(":" in it and it.partition(":")[0] not in spaces for it in names):
            raise _Fault(27, at)
        if is_open:
            self.open.append((name, spaces))
        self.has_root = True
        return after

    def attribute(self, begin, token):
        name, after = self.name(begin, token)
        after = self.expected("=", self.space(after), token)
        after = self.space(after)
        quote = self.text[after : after + 1]
        if quote not in ("'", '"') or not quote:
            self.expected("'", after, token)
        end = self.text.find(quote, after + 1)
        if end < 0:
            raise _Fault(5, token)
        less = self.text.find("<", after, end)
        if less >= 0:
            raise _Fault(4, less)
        self.references(after + 1, end, token)
        return name, end + 1


def fault(text):
    """Returns (message, code, (line, column)) of the first fault; None if the document is well formed."""
    if not isinstance(text, str):
        data = bytes(text)
        declared = re.match(rb"\s*<\?xml[^>]*encoding=[\"']([\w.\-]+)", data)
        encoding = declared[1].decode() if declared else "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        try:
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
        except LookupError:
            return None
    try:
        _Document(text).check()
    except _Fault as found:
        before = text[: found.at]
        line, column = before.count("\n") + 1, found.at - (before.rfind("\n") + 1)
        return f"{_WORDS[found.code]}: line {line}, column {column}", found.code, (line, column)
    return None


def check(text):
    """Raises expat's error for a document that is not well formed."""
    found = fault(text)
    if found is not None:
        from xml.parsers.expat import ExpatError

        error = ExpatError(found[0])
        error.code, (error.lineno, error.offset) = found[1:]
        raise error
    return text


def checked(parser, parse_error):
    """Returns a class of `ElementTree.XMLParser` that checks what it has been fed."""

    class XMLParser(parser):
        def _checked(self, call, *args):
            try:
                return call(*args)
            except (parse_error, TypeError) as error:
                self._refuse()
                raise error

        def _refuse(self):
            parts = self.__dict__.get("_parts", [])
            joined = "".join(parts) if parts and isinstance(parts[0], str) else b"".join(parts)
            found = fault(joined)
            if found is not None:
                error = parse_error(found[0])
                error.code, error.position = found[1:]
                raise error from None

        def feed(self, data):
            self.__dict__.setdefault("_parts", []).append(data)
            self._checked(super().feed, data)

        def close(self):
            self._refuse()
            return self._checked(super().close)

        def _parse_whole(self, file):
            self.feed(file.read())
            return self.close()

    XMLParser.__module__, XMLParser.__qualname__ = parser.__module__, parser.__qualname__
    return XMLParser
