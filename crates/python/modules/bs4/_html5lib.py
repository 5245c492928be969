"""Makes the tree of the standard: the parser has mended the page already."""

import _html

from ._strings import Comment, Doctype, NavigableString


def feed(soup, text):
    for event in _html.tree(text):
        kind = event[0]
        if kind == "s":
            _kind, name, namespace, attributes = event
            attributes = dict(attributes)
            tag = soup._made(name, namespace, None, attributes)
            soup.object_was_parsed(tag)
            soup.pushTag(tag)
        elif kind == "e":
            soup.popTag()
        elif kind == "d":
            soup.object_was_parsed(soup.string_container()(event[1]))
        elif kind == "c":
            soup.object_was_parsed(Comment(event[1]))
        else:
            soup.object_was_parsed(Doctype.for_name_and_ids(*event[1:]))
