"""Strings of a tree: text, and what is written in brackets of its own."""

from ._node import PageElement
from .formatter import named

_EVERY = object()


def is_among(string, types):
    """Says whether the class of a string is one of `types`, which may be one class, or None for all."""
    if types is None:
        return True
    return type(string) is types if isinstance(types, type) else type(string) in types


class NavigableString(str, PageElement):
    """A text of the page."""

    PREFIX = ""
    SUFFIX = ""
    default = _EVERY

    name = None
    prefix = None
    hidden = False

    def __new__(cls, value):
        if isinstance(value, bytes):
            value = value.decode("utf-8")
        return str.__new__(cls, value)

    def __getnewargs__(self):
        return (str(self),)

    def __deepcopy__(self, memo, recursive=False):
        return type(self)(self)

    def __copy__(self):
        return self.__deepcopy__({})

    def __getattr__(self, attribute):
        raise AttributeError(f"{self.__class__.__name__!r} object has no attribute {attribute!r}")

    @property
    def string(self):
        return self

    def output_ready(self, formatter="minimal"):
        text = self if formatter is None else named(formatter).substitute(self)
        return f"{self.PREFIX}{text}{self.SUFFIX}"

    def _all_strings(self, strip=False, types=_EVERY):
        if is_among(self, MAIN_CONTENT if types is _EVERY else types):
            text = self.strip() if strip else self
            if text:
                yield text

    @property
    def strings(self):
        return self._all_strings()

    def get_text(self, separator="", strip=False, types=_EVERY):
        return separator.join(self._all_strings(strip, types))

    getText = get_text
    text = property(get_text)

    @property
    def stripped_strings(self):
        return self._all_strings(True)

    def _event_stream(self):
        yield "string", self

    def decompose(self):
        self.extract()
        self._decomposed = True


class PreformattedString(NavigableString):
    """A text that is written as it is, in brackets of its own."""

    def output_ready(self, formatter=None):
        return f"{self.PREFIX}{self}{self.SUFFIX}"


class CData(PreformattedString):
    PREFIX = "<![CDATA["
    SUFFIX = "]]>"


class ProcessingInstruction(PreformattedString):
    PREFIX = "<?"
    SUFFIX = ">"


class XMLProcessingInstruction(ProcessingInstruction):
    PREFIX = "<?"
    SUFFIX = "?>"


class Comment(PreformattedString):
    PREFIX = "<!--"
    SUFFIX = "-->"


class Declaration(PreformattedString):
    PREFIX = "<?"
    SUFFIX = "?>"


class Doctype(PreformattedString):
    PREFIX = "<!DOCTYPE "
    SUFFIX = ">\n"

    @classmethod
    def for_name_and_ids(cls, name, pub_id, system_id):
        return cls(cls._string_for_name_and_ids(name, pub_id, system_id))

    @classmethod
    def _string_for_name_and_ids(cls, name, pub_id, system_id):
        value = name or ""
        if pub_id is not None:
            value += f' PUBLIC "{pub_id}"'
            if system_id is not None:
                value += f' "{system_id}"'
        elif system_id is not None:
            value += f' SYSTEM "{system_id}"'
        return value


class Stylesheet(NavigableString):
    """The text of a `style` element."""


class Script(NavigableString):
    """The text of a `script` element."""


class TemplateString(NavigableString):
    """A text in a `template` element."""


class RubyTextString(NavigableString):
    """The text of an `rt` element."""


class RubyParenthesisString(NavigableString):
    """The text of an `rp` element."""


#: The class of the strings in an element of this name.
CONTAINERS = {
    "rt": RubyTextString,
    "rp": RubyParenthesisString,
    "style": Stylesheet,
    "script": Script,
    "template": TemplateString,
}
MAIN_CONTENT = (NavigableString, CData)
