"""Selectors of CSS: what `select` and `select_one` call."""

from . import _css_parse
from ._results import ResultSet


class CSS:
    """Searches by selectors, from a tag."""

    def __init__(self, tag, api=None):
        self.tag = tag

    def compile(self, select, namespaces=None, flags=0, **kwargs):
        return compiled(select)

    def select(self, select, namespaces=None, limit=0, flags=0, **kwargs):
        return ResultSet(None, compiled(select).select(self.tag, limit))

    def iselect(self, select, namespaces=None, limit=0, flags=0, **kwargs):
        return compiled(select).iselect(self.tag, limit)

    def select_one(self, select, namespaces=None, flags=0, **kwargs):
        return compiled(select).select_one(self.tag)

    def match(self, select, namespaces=None, flags=0, **kwargs):
        return compiled(select).match(self.tag)

    def closest(self, select, namespaces=None, flags=0, **kwargs):
        return compiled(select).closest(self.tag)

    def filter(self, select, namespaces=None, flags=0, **kwargs):
        return ResultSet(None, compiled(select).filter(self.tag))

    @staticmethod
    def escape(ident):
        return _css_parse.escaped(ident)


class SoupSieve:
    """A selector that was read."""

    def __init__(self, pattern):
        self.pattern = pattern
        self._matches = _css_parse.selector(pattern)

    def __repr__(self):
        return f"SoupSieve(pattern={self.pattern!r})"

    def iselect(self, tag, limit=0):
        count = 0
        for node in tag.descendants:
            if hasattr(node, "contents") and self._matches(node, tag):
                yield node
                count += 1
                if count == limit:
                    return

    def select(self, tag, limit=0):
        return list(self.iselect(tag, limit))

    def select_one(self, tag):
        return next(self.iselect(tag), None)

    def match(self, tag):
        return self._matches(tag, tag)

    def closest(self, tag):
        around = tag.self_and_parents
        return next((node for node in around if node.parent is not None and self.match(node)), None)

    def filter(self, nodes):
        return [node for node in nodes if hasattr(node, "contents") and self.match(node)]


_known = {}


def compiled(pattern):
    if isinstance(pattern, SoupSieve):
        return pattern
    if pattern not in _known:
        if len(_known) >= 500:
            _known.clear()
        _known[pattern] = SoupSieve(pattern)
    return _known[pattern]
