"""What tags and strings have in common: their place in the tree, and the way from there.

A node holds its parent and its two neighbours; `next_element` and `previous_element`, the order of the
page's text, are worked out from these.
"""

import warnings

from ._results import ResultSet
from .filter import SoupStrainer


def deprecated(old, new, since):
    """Makes the method under its old name, which warns."""

    def method(self, *args, **kwargs):
        message = f"Call to deprecated method {old}. (Replaced by {new}) -- Deprecated since version {since}."
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return getattr(self, new)(*args, **kwargs)

    method.__name__ = old
    return method


def strainer(name, attrs, string, kwargs):
    """Makes the filter of a search's arguments."""
    if string is None and "text" in kwargs:
        string = kwargs.pop("text")
        message = "The 'text' argument to find()-type methods is deprecated. Use 'string' instead."
        warnings.warn(message, DeprecationWarning, stacklevel=4)
    if isinstance(name, SoupStrainer) and string is None and not attrs and not kwargs:
        return name
    return SoupStrainer(name, attrs, string, **kwargs)


def search(nodes, name, attrs, string, limit, kwargs):
    """Returns the nodes that fit, at most `limit` of them."""
    rules = strainer(name, attrs, string, kwargs)
    found = ResultSet(rules)
    for node in nodes:
        if rules.match(node):
            found.append(node)
            if limit and len(found) >= limit:
                break
    return found


def first(found):
    return found[0] if found else None


class PageElement:
    """A node of a page."""

    parent = None
    next_sibling = None
    previous_sibling = None
    known_xml = None
    _decomposed = False

    # What is around.

    @property
    def next_element(self):
        contents = getattr(self, "contents", None)
        return contents[0] if contents else self._after()

    def _after(self):
        """The node that follows in the text, after all that is inside."""
        node = self
        while node is not None:
            if node.next_sibling is not None:
                return node.next_sibling
            node = node.parent
        return None

    @property
    def previous_element(self):
        node = self.previous_sibling
        if node is not None:
            return node._last_descendant()
        # The page itself comes before nothing.
        return None if self.parent is None or self.parent.is_page else self.parent

    def _last_descendant(self):
        node = self
        while getattr(node, "contents", None):
            node = node.contents[-1]
        return node

    @staticmethod
    def _walk(node, step):
        while node is not None:
            following = getattr(node, step)
            yield node
            node = following

    @property
    def next_elements(self):
        return self._walk(self.next_element, "next_element")

    @property
    def previous_elements(self):
        return self._walk(self.previous_element, "previous_element")

    @property
    def next_siblings(self):
        return self._walk(self.next_sibling, "next_sibling")

    @property
    def previous_siblings(self):
        return self._walk(self.previous_sibling, "previous_sibling")

    @property
    def parents(self):
        return self._walk(self.parent, "parent")

    @property
    def self_and_parents(self):
        return self._walk(self, "parent")

    @property
    def decomposed(self):
        return self._decomposed

    # Searches from here.

    def find_next(self, name=None, attrs={}, string=None, **kwargs):
        return first(search(self.next_elements, name, attrs, string, 1, kwargs))

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.next_elements, name, attrs, string, limit, kwargs)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(search(self.next_siblings, name, attrs, string, 1, kwargs))

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.next_siblings, name, attrs, string, limit, kwargs)

    def find_previous(self, name=None, attrs={}, string=None, **kwargs):
        return first(search(self.previous_elements, name, attrs, string, 1, kwargs))

    def find_all_previous(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.previous_elements, name, attrs, string, limit, kwargs)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(search(self.previous_siblings, name, attrs, string, 1, kwargs))

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.previous_siblings, name, attrs, string, limit, kwargs)

    def find_parent(self, name=None, attrs={}, **kwargs):
        return first(search(self.parents, name, attrs, None, 1, kwargs))

    def find_parents(self, name=None, attrs={}, limit=None, **kwargs):
        return search(self.parents, name, attrs, None, limit, kwargs)

    findNext = deprecated("findNext", "find_next", "4.0.0")
    findAllNext = deprecated("findAllNext", "find_all_next", "4.0.0")
    findNextSibling = deprecated("findNextSibling", "find_next_sibling", "4.0.0")
    findNextSiblings = deprecated("findNextSiblings", "find_next_siblings", "4.0.0")
    findPrevious = deprecated("findPrevious", "find_previous", "4.0.0")
    findAllPrevious = deprecated("findAllPrevious", "find_all_previous", "4.0.0")
    findPreviousSibling = deprecated("findPreviousSibling", "find_previous_sibling", "4.0.0")
    findPreviousSiblings = deprecated("findPreviousSiblings", "find_previous_siblings", "4.0.0")
    findParent = deprecated("findParent", "find_parent", "4.0.0")
    findParents = deprecated("findParents", "find_parents", "4.0.0")

    @property
    def nextSibling(self):
        return self.next_sibling

    @property
    def previousSibling(self):
        return self.previous_sibling

    # Texts.

    @property
    def stripped_strings(self):
        for string in self._all_strings(True):
            yield string

    def get_text(self, separator="", strip=False, types=None):
        return separator.join(self._all_strings(strip, types))

    getText = get_text
    text = property(get_text)

    # Changes of the tree.

    def _unlink(self):
        """Takes the node out of its parent's links, which still lists it."""
        before, after = self.previous_sibling, self.next_sibling
        if before is not None:
            before.next_sibling = after
        if after is not None:
            after.previous_sibling = before
        self.parent = self.previous_sibling = self.next_sibling = None

    def extract(self, _self_index=None):
        """Takes the node out of its tree, and returns it."""
        if self.parent is not None:
            del self.parent.contents[self.parent.index(self)]
        self._unlink()
        return self

    def replace_with(self, *args):
        if self.parent is None:
            raise ValueError(
                "Cannot replace one element with another when the element to be replaced is not part of a tree."
            )
        if len(args) == 1 and args[0] is self:
            return None
        if any(node is self.parent for node in args):
            raise ValueError("Cannot replace a Tag with its parent.")
        parent, place = self.parent, self.parent.index(self)
        self.extract()
        for offset, node in enumerate(args):
            parent.insert(place + offset, node)
        return self

    def wrap(self, wrap_inside):
        self.replace_with(wrap_inside)
        wrap_inside.append(self)
        return wrap_inside

    def insert_before(self, *args):
        return self._insert_beside(args, 0)

    def insert_after(self, *args):
        return self._insert_beside(args, 1)

    def _insert_beside(self, nodes, offset):
        where = "after" if offset else "before"
        if any(node is self for node in nodes):
            raise ValueError(f"Can't insert an element {where} itself.")
        if self.parent is None:
            raise ValueError(f"Element has no parent, so '{where}' has no meaning.")
        inserted = []
        for node in nodes:
            if isinstance(node, PageElement):
                node.extract()
            place = self.parent.index(self) + (offset + len(inserted) if offset else 0)
            inserted.extend(self.parent.insert(place, node))
        return inserted

    replaceWith = deprecated("replaceWith", "replace_with", "4.0.0")
