"""`BeautifulSoup`: a page, and the making of its tree from a parser's events."""

import sys
import warnings

from . import builder as builders
from . import _attributes
from ._strings import (
    CONTAINERS,
    CData,
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    ProcessingInstruction,
    TemplateString,
)
from ._tag import Tag
from .exceptions import GuessedAtParserWarning, MarkupResemblesLocatorWarning

#: What is white space to HTML.
_SPACES = "\x20\x0a\x09\x0c\x0d"
#: Elements whose white space is kept.
_VERBATIM = {"pre", "textarea"}

_GUESSED = (
    'No parser was explicitly specified, so I\'m using the best available HTML parser for this system ("lxml"). '
    "This usually isn't a problem, but if you run this code on another system, or in a different virtual "
    "environment, it may use a different parser and behave differently.\n\n"
    "The code that caused this warning is on line {line} of the file {file}. To get rid of this warning, pass the "
    "additional argument 'features=\"lxml\"' to the BeautifulSoup constructor.\n"
)


class BeautifulSoup(Tag):
    """A page."""

    is_page = True
    ROOT_TAG_NAME = "[document]"
    DEFAULT_BUILDER_FEATURES = ["html", "fast"]
    ASCII_SPACES = _SPACES

    def __init__(
        self,
        markup="",
        features=None,
        builder=None,
        parse_only=None,
        from_encoding=None,
        exclude_encodings=None,
        element_classes=None,
        **kwargs,
    ):
        self.element_classes = element_classes or {}
        self.is_multi_valued = kwargs.pop("multi_valued_attributes", True) is not None
        self.on_duplicate_attribute = kwargs.pop("on_duplicate_attribute", None)
        if builder is None or isinstance(builder, type):
            builder = builders.lookup(features)() if builder is None else builder()
        if features is None:
            self._warn_of_guess(sys._getframe(1))
        self.builder, self.parse_only = builder, parse_only
        self.is_xml = builder.is_xml
        if hasattr(markup, "read"):
            markup = markup.read()
        elif isinstance(markup, (str, bytes)):
            self._warn_of_locator(markup)
        else:
            raise TypeError(
                f"Incoming markup is of an invalid type: {markup!r}. Markup must be a string, a bytestring, "
                "or an open filehandle."
            )
        self.from_encoding = from_encoding
        text, encodings = builder.decoded(markup, from_encoding, exclude_encodings)
        self.original_encoding, self.declared_html_encoding, replaced = encodings
        self.contains_replacement_characters = replaced
        self.reset()
        builder.feed(self, text)
        self.endData()
        while self.currentTag is not self:
            self.popTag()
        self.markup = None

    @staticmethod
    def _warn_of_guess(caller):
        """Warns, but for what is typed into a console."""
        file = caller.f_globals.get("__file__")
        if file:
            message = _GUESSED.format(line=caller.f_lineno, file=file)
            warnings.warn(message, GuessedAtParserWarning, stacklevel=3)

    @staticmethod
    def _warn_of_locator(markup):
        separator, space = (b"/", b" ") if isinstance(markup, bytes) else ("/", " ")
        bracket, begins = (b"<", (b"http:", b"https:")) if separator == b"/" else ("<", ("http:", "https:"))
        if bracket in markup or len(markup) > 256 or not markup.startswith(begins) or space in markup:
            return
        message = (
            "The input passed in on this line looks more like a URL than HTML or XML.\n\n"
            "If you meant to use Beautiful Soup to parse the web page found at a certain URL, then something has "
            "gone wrong. You should use an Python package like 'requests' to fetch the content behind the URL. "
            "Once you have the content as a string, you can feed that string into Beautiful Soup."
        )
        warnings.warn(message, MarkupResemblesLocatorWarning, stacklevel=3)

    # What parsers call.

    def reset(self):
        Tag.__init__(self, name=self.ROOT_TAG_NAME, builder=self.builder, is_xml=self.is_xml)
        self.hidden = True
        self.current_data = []
        self.currentTag = self
        self.tagStack = []
        self.open_tag_counter = {}
        self.pushTag(self)

    def pushTag(self, tag):
        self.currentTag = tag
        self.tagStack.append(tag)
        self.open_tag_counter[tag.name] = self.open_tag_counter.get(tag.name, 0) + 1

    def popTag(self):
        tag = self.tagStack.pop()
        self.open_tag_counter[tag.name] -= 1
        self.currentTag = self.tagStack[-1] if self.tagStack else None
        return self.currentTag

    def handle_starttag(self, name, namespace, nsprefix, attrs, sourceline=None, sourcepos=None):
        self.endData()
        only = self.parse_only
        if only and len(self.tagStack) <= 1 and not only.allow_tag_creation(nsprefix, name, attrs):
            return None
        tag = self._made(name, namespace, nsprefix, attrs, sourceline, sourcepos)
        self.currentTag._place(len(self.currentTag.contents), tag)
        self.pushTag(tag)
        return tag

    def _made(self, name, namespace, nsprefix, attrs, sourceline=None, sourcepos=None):
        kind = self.element_classes.get(Tag, Tag)
        tag = kind(
            None, self.builder, name, namespace, nsprefix, {}, sourceline=sourceline, sourcepos=sourcepos
        )
        tag.attrs = _attributes.of_tag(name, attrs, self.is_multi_valued)
        return tag

    def handle_endtag(self, name, nsprefix=None):
        self.endData()
        if name == self.ROOT_TAG_NAME or not self.open_tag_counter.get(name):
            return
        while len(self.tagStack) > 1:
            is_found = self.currentTag.name == name
            self.popTag()
            if is_found:
                return

    def handle_data(self, data):
        self.current_data.append(data)

    def endData(self, containerClass=None):
        """Makes one text of what came in parts. White space alone is one line break, or one space."""
        if not self.current_data:
            return
        data = "".join(self.current_data)
        self.current_data = []
        if not data.strip(_SPACES) and not any(tag.name in _VERBATIM for tag in self.tagStack):
            data = "\n" if "\n" in data else " "
        only = self.parse_only
        if only and len(self.tagStack) <= 1 and not only.allow_string_creation(data):
            return
        self.object_was_parsed(self.string_container(containerClass)(data))

    def object_was_parsed(self, string):
        self.currentTag._place(len(self.currentTag.contents), string)

    def string_container(self, base_class=None):
        kind = base_class or NavigableString
        if kind is NavigableString:
            kind = CONTAINERS.get(self.currentTag.name, kind)
            if kind is NavigableString and any(tag.name == "template" for tag in self.tagStack):
                kind = TemplateString
        return self.element_classes.get(kind, kind)

    # What programs call.

    def new_tag(
        self, name, namespace=None, nsprefix=None, attrs=None, sourceline=None, sourcepos=None, string=None, **kwattrs
    ):
        tag = self._made(name, namespace, nsprefix, {**(attrs or {}), **kwattrs}, sourceline, sourcepos)
        if string is not None:
            tag.string = string
        return tag

    def new_string(self, s, subclass=None):
        return self.string_container(subclass)(s) if subclass else NavigableString(s)

    def insert_before(self, *args):
        raise NotImplementedError("BeautifulSoup objects don't support insert_before().")

    def insert_after(self, *args):
        raise NotImplementedError("BeautifulSoup objects don't support insert_after().")

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal", iterator=None):
        prefix = ""
        if self.is_xml:
            encoding = f' encoding="{eventual_encoding}"' if eventual_encoding else ""
            prefix = f'<?xml version="1.0"{encoding}?>\n'
        return prefix + super().decode(indent_level, eventual_encoding, formatter)

    def copy_self(self):
        copied = super().copy_self()
        copied.tagStack, copied.currentTag = [copied], copied
        return copied


class BeautifulStoneSoup(BeautifulSoup):
    """A page in XML, which is not here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, features="xml", **kwargs)
