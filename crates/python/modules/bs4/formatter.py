"""How a tree is written: what becomes an entity, how empty tags end, how deep a line is set in."""

from .dammit import EntitySubstitution


class Formatter:
    """A way to write a tree."""

    HTML = "html"
    XML = "xml"
    CDATA_CONTAINING_TAGS = {"script", "style"}

    def __init__(
        self,
        language=None,
        entity_substitution=None,
        void_element_close_prefix="/",
        cdata_containing_tags=None,
        empty_attributes_are_booleans=False,
        indent=1,
    ):
        self.language = language or self.HTML
        self.entity_substitution = entity_substitution
        self.void_element_close_prefix = void_element_close_prefix
        if cdata_containing_tags is None:
            cdata_containing_tags = self.CDATA_CONTAINING_TAGS if self.language == self.HTML else set()
        self.cdata_containing_tags = cdata_containing_tags
        self.empty_attributes_are_booleans = empty_attributes_are_booleans
        if indent is None:
            indent = 0
        if isinstance(indent, int):
            indent = " " * max(indent, 0)
        self.indent = indent if isinstance(indent, str) else " "

    def substitute(self, string):
        if self.entity_substitution is None:
            return string
        parent = getattr(string, "parent", None)
        if parent is not None and parent.name in self.cdata_containing_tags:
            return string
        return self.entity_substitution(string)

    def attribute_value(self, value):
        return self.entity_substitution(value) if self.entity_substitution else value

    def attributes(self, tag):
        """Returns the attributes in the order in which they are written."""
        if not tag.attrs:
            return []
        items = ((key, self._value(value)) for key, value in tag.attrs.items())
        return sorted(items, key=lambda item: item[0])

    def _value(self, value):
        return None if self.empty_attributes_are_booleans and value == "" else value


class HTMLFormatter(Formatter):
    """A way to write HTML."""

    REGISTRY = {}

    def __init__(self, *args, **kwargs):
        super().__init__(self.HTML, *args, **kwargs)


class XMLFormatter(Formatter):
    """A way to write XML."""

    REGISTRY = {}

    def __init__(self, *args, **kwargs):
        super().__init__(self.XML, *args, **kwargs)


def named(formatter, is_xml=False):
    """Returns the formatter for a name, a function, or a formatter."""
    if isinstance(formatter, Formatter):
        return formatter
    kind = XMLFormatter if is_xml else HTMLFormatter
    if callable(formatter):
        return kind(entity_substitution=formatter)
    return kind.REGISTRY[formatter]


for _kind in (HTMLFormatter, XMLFormatter):
    _kind.REGISTRY["html"] = _kind(entity_substitution=EntitySubstitution.substitute_html)
    _kind.REGISTRY["minimal"] = _kind(entity_substitution=EntitySubstitution.substitute_xml)
    _kind.REGISTRY[None] = _kind(entity_substitution=None)
HTMLFormatter.REGISTRY["html5"] = HTMLFormatter(
    entity_substitution=EntitySubstitution.substitute_html5,
    void_element_close_prefix=None,
    empty_attributes_are_booleans=True,
)
HTMLFormatter.REGISTRY["html5-4.12"] = HTMLFormatter(
    entity_substitution=EntitySubstitution.substitute_html,
    void_element_close_prefix=None,
    empty_attributes_are_booleans=True,
)
