"""The part of BeautifulSoup that programs which read pages use."""

from ._soup import BeautifulSoup, BeautifulStoneSoup
from .element import (
    AttributeDict,
    AttributeValueList,
    CData,
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    PageElement,
    ProcessingInstruction,
    ResultSet,
    Script,
    Stylesheet,
    Tag,
    TemplateString,
)
from .dammit import UnicodeDammit
from .exceptions import (
    AttributeResemblesVariableWarning,
    FeatureNotFound,
    GuessedAtParserWarning,
    MarkupResemblesLocatorWarning,
    ParserRejectedMarkup,
    StopParsing,
    UnusualUsageWarning,
    XMLParsedAsHTMLWarning,
)
from .filter import ElementFilter, SoupStrainer
from .formatter import Formatter

__version__ = "4.15.0"
BeautifulSoup.__module__ = BeautifulStoneSoup.__module__ = __name__


def __getattr__(name):
    raise AttributeError(
        f"bs4.{name} is missing: BeautifulSoup, Tag, NavigableString, Comment and SoupStrainer are here, "
        "with the parsers html.parser, lxml and html5lib"
    )
