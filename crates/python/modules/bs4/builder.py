"""The parsers that make a tree, each with the faults and merits of its own.

`html.parser` takes tags as they come. `lxml` mends a page as libxml2 does, `html5lib` as browsers do.
"""

from .dammit import UnicodeDammit, declared_encoding
from .exceptions import FeatureNotFound, ParserRejectedMarkup


class TreeBuilder:
    """What makes a tree of a text."""

    NAME = "[Unknown tree builder]"
    ALTERNATE_NAMES = ()
    features = ()
    is_xml = False
    tells_declared_encoding = False

    def decoded(self, markup, given, excluded):
        """Returns the text of a page, and its encoding, the declared one, and whether some did not fit."""
        if isinstance(markup, str):
            return markup, (None, None, False)
        dammit = UnicodeDammit(markup, [given] if given else [], exclude_encodings=excluded or ())
        declared = dammit.declared_html_encoding if self.tells_declared_encoding else None
        return dammit.unicode_markup, (
            dammit.original_encoding,
            declared,
            dammit.contains_replacement_characters,
        )

    def feed(self, soup, text):
        raise NotImplementedError


class HTMLTreeBuilder(TreeBuilder):
    """What makes a tree of HTML."""


class HTMLParserTreeBuilder(HTMLTreeBuilder):
    """Python's own parser: it puts nothing in that is not there."""

    NAME = "html.parser"
    tells_declared_encoding = True
    features = ("html.parser", "html", "strict")

    def feed(self, soup, text):
        from . import _html_parser

        try:
            _html_parser.feed(soup, text)
        except AssertionError as error:
            raise ParserRejectedMarkup(error)


class LXMLTreeBuilder(HTMLTreeBuilder):
    """As libxml2 mends a page."""

    NAME = "lxml"
    ALTERNATE_NAMES = ("lxml-html",)
    features = ("lxml", "lxml-html", "html", "fast", "permissive")

    def feed(self, soup, text):
        from . import _lxml

        _lxml.feed(soup, text)


class HTML5TreeBuilder(HTMLTreeBuilder):
    """As the standard, and browsers, read a page."""

    NAME = "html5lib"
    features = ("html5lib", "html5", "html", "permissive")

    def decoded(self, markup, given, excluded):
        if isinstance(markup, str) or given:
            return super().decoded(markup, given, excluded)
        name = declared_encoding(markup[:1024])
        if any(markup.startswith(mark) for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            return super().decoded(markup, given, excluded)
        # A page that declares no encoding is in that of old browsers.
        name = name or "windows-1252"
        text, (encoding, declared, replaced) = super().decoded(markup, name, excluded)
        return text, (encoding, declared, replaced)

    def feed(self, soup, text):
        from . import _html5lib

        _html5lib.feed(soup, text)


_ALL = (HTMLParserTreeBuilder, HTML5TreeBuilder, LXMLTreeBuilder)


def lookup(features):
    """Returns the parser that has all of some features; of several the fastest."""
    if isinstance(features, str):
        features = [features]
    if not features:
        features = ["html", "fast"]
    if any(feature in ("xml", "lxml-xml") for feature in features):
        raise FeatureNotFound(
            "bs4's parser of XML is missing: html.parser, lxml and html5lib are here, which read HTML; "
            "xml.etree.ElementTree reads XML"
        )
    for kind in reversed(_ALL):
        if all(feature in kind.features for feature in features):
            return kind
    raise FeatureNotFound(
        f"Couldn't find a tree builder with the features you requested: {','.join(features)}. "
        "Do you need to install a parser library?"
    )


class _Registry:
    """The parsers that there are."""

    builders = list(_ALL)

    @staticmethod
    def lookup(*features):
        return lookup(features)


builder_registry = _Registry()
