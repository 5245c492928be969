"""Texts: which characters are written as entities, and in which encoding a page's bytes are."""

import codecs
import re
from html.entities import codepoint2name, html5

_AMPERSAND = re.compile("&")
_BARE_AMPERSAND = re.compile(r"&(?!#\d+;|#x[0-9a-fA-F]+;|\w+;)")
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([-_:.\w]+)""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([-_:.\w]+)""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)


def _entity(match):
    return f"&{codepoint2name[ord(match.group())]};"


_NAMED = re.compile("[" + re.escape("".join(map(chr, sorted(codepoint2name)))) + "]")
_NAMED_BUT_AMPERSAND = re.compile(_NAMED.pattern.replace("\\&", "", 1))
_AMBIGUOUS = re.compile(r"&(?=#?\w+;)|&(?=(?:%s))" % "|".join(
    sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True)
))


class EntitySubstitution:
    """Writes characters as entities."""

    @classmethod
    def quoted_attribute_value(cls, value):
        quote = '"'
        if '"' in value:
            if "'" in value:
                value = value.replace('"', "&quot;")
            else:
                quote = "'"
        return quote + value + quote

    @classmethod
    def substitute_xml(cls, value, make_quoted_attribute=False):
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return cls.quoted_attribute_value(value) if make_quoted_attribute else value

    @classmethod
    def substitute_xml_containing_entities(cls, value, make_quoted_attribute=False):
        value = _BARE_AMPERSAND.sub("&amp;", value).replace("<", "&lt;").replace(">", "&gt;")
        return cls.quoted_attribute_value(value) if make_quoted_attribute else value

    @classmethod
    def substitute_html(cls, s):
        return _NAMED.sub(lambda it: '"' if it.group() == '"' else _entity(it), s)

    @classmethod
    def substitute_html5(cls, s):
        s = _AMBIGUOUS.sub("&amp;", s)
        return _NAMED.sub(lambda it: it.group() if it.group() in '"&' else _entity(it), s)


class UnicodeDammit:
    """The text of bytes, and the encoding that they were in: that of a byte order mark, the one that is
    given, the one that the page declares, UTF-8, or Windows-1252."""

    def __init__(
        self,
        markup,
        known_definite_encodings=(),
        smart_quotes_to=None,
        is_html=False,
        exclude_encodings=(),
        user_encodings=None,
        override_encodings=None,
    ):
        self.markup = markup
        self.tried_encodings = []
        self.contains_replacement_characters = False
        self.declared_html_encoding = None
        self.original_encoding = None
        if isinstance(markup, str):
            self.unicode_markup = markup
            return
        self.excluded = {name.lower() for name in exclude_encodings or ()}
        given = [*known_definite_encodings, *(user_encodings or ()), *(override_encodings or ())]
        self.unicode_markup = self._decoded(markup, given)

    def _decoded(self, markup, given):
        marked = next((pair for pair in _MARKS if markup.startswith(pair[0])), None)
        if marked:
            markup = markup[len(marked[0]) :]
        self.declared_html_encoding = declared_encoding(markup)
        names = [*given, marked and marked[1], self.declared_html_encoding, "utf-8", "windows-1252"]
        for name in names:
            if not name or name.lower() in self.excluded:
                continue
            try:
                text = markup.decode(name)
            except (LookupError, UnicodeError):
                self.tried_encodings.append((name, "strict"))
                continue
            self.original_encoding = name.lower()
            return text
        self.contains_replacement_characters = True
        return markup.decode("utf-8", "replace")


def declared_encoding(markup):
    """Returns the encoding that a page declares, if it does."""
    declared = _DECLARED_XML.search(markup) or _DECLARED.search(markup)
    return declared and declared.group(1).decode("ascii", "replace").lower()
