"""Writing a tree, in one line or set in."""

from ._attributes import CharsetMetaAttributeValue, ContentMetaAttributeValue
from .dammit import EntitySubstitution
from .formatter import named

#: Elements whose text is kept as it is.
VERBATIM = {"pre", "textarea"}


def events(root):
    """Yields what is written of a tree: each element's begin and end, and texts."""
    stack = [(root, iter(root.contents))]
    yield "start", root
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", tag
        elif not hasattr(child, "contents"):
            yield "string", child
        elif child.is_empty_element:
            yield "empty", child
        else:
            stack.append((child, iter(child.contents)))
            yield "start", child


def written(root, indent_level, encoding, formatter):
    formatter = named(formatter, root._is_xml)
    stream = [("empty", root)] if root.is_empty_element else events(root)
    writer = _Writer(indent_level, encoding, formatter)
    for event, node in stream:
        writer.write(event, node)
    return "".join(writer.pieces)


def written_inside(root, indent_level, encoding, formatter):
    formatter = named(formatter, root._is_xml)
    writer = _Writer(indent_level, encoding, formatter)
    for event, node in events(root):
        if node is not root:
            writer.write(event, node)
    return "".join(writer.pieces)


class _Writer:
    def __init__(self, indent_level, encoding, formatter):
        self.is_pretty = indent_level is not None
        self.level = int(indent_level or 0)
        self.encoding, self.formatter = encoding, formatter
        # The element whose text is kept as it is, if it is open.
        self.verbatim = None
        self.pieces = []

    def write(self, event, node):
        if getattr(node, "hidden", False):
            return
        if event == "string":
            piece = node.output_ready(self.formatter)
        else:
            piece = self.tag(node, event)
        if not self.is_pretty:
            self.pieces.append(piece)
            return
        if event == "end":
            self.level -= 1
        inside = self.verbatim is not None
        begins = event == "start" and not inside and node.name in VERBATIM
        ends = event == "end" and node is self.verbatim
        if begins:
            self.verbatim = node
        elif ends:
            self.verbatim = None
        self.line(piece, event, not inside, not begins and (ends or not inside))
        if event == "start":
            self.level += 1

    def line(self, piece, event, is_set_in, is_ended):
        if event == "string" and is_set_in:
            piece = piece.strip()
            if not piece:
                return
        before = self.formatter.indent * self.level if is_set_in else ""
        self.pieces.append(f"{before}{piece}" + ("\n" if is_ended else ""))

    def tag(self, tag, event):
        prefix = ""
        if tag.prefix and not tag.name.startswith(tag.prefix + ":"):
            prefix = tag.prefix + ":"
        if event == "end":
            return f"</{prefix}{tag.name}>"
        attributes = "".join(" " + self.attribute(*item) for item in self.formatter.attributes(tag))
        close = (self.formatter.void_element_close_prefix or "") if event == "empty" else ""
        return f"<{prefix}{tag.name}{attributes}{close}>"

    def attribute(self, key, value):
        if value is None:
            return key
        if isinstance(value, (list, tuple)):
            value = " ".join(value)
        elif isinstance(value, (CharsetMetaAttributeValue, ContentMetaAttributeValue)):
            value = value.substitute_encoding(self.encoding)
        elif not isinstance(value, str):
            value = str(value)
        value = self.formatter.attribute_value(value)
        return f"{key}={EntitySubstitution.quoted_attribute_value(value)}"
