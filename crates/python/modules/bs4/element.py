"""The classes of a tree."""

from ._attributes import (
    AttributeDict,
    AttributeValueList,
    CharsetMetaAttributeValue,
    ContentMetaAttributeValue,
    NamespacedAttribute,
)
from ._node import PageElement
from ._results import ResultSet
from ._strings import (
    CData,
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    PreformattedString,
    ProcessingInstruction,
    RubyParenthesisString,
    RubyTextString,
    Script,
    Stylesheet,
    TemplateString,
    XMLProcessingInstruction,
)
from ._tag import Tag
from .filter import SoupStrainer

# Programs print the classes: they are this module's, wherever they are written.
for _kind in (
    *(AttributeDict, AttributeValueList, CData, Comment, Declaration, Doctype, NavigableString, PageElement),
    *(PreformattedString, ProcessingInstruction, ResultSet, RubyParenthesisString, RubyTextString, Script),
    *(Stylesheet, Tag, TemplateString, XMLProcessingInstruction),
):
    _kind.__module__ = __name__
del _kind
