"""`Tag`: an element with what is in it."""

import warnings

from . import _attributes, _output
from ._css import CSS
from ._node import PageElement, deprecated, first, search
from ._results import ResultSet
from ._strings import CONTAINERS, MAIN_CONTENT, NavigableString, is_among

_DEFAULT = object()

#: Elements of HTML that have nothing in them.
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "menuitem", "meta"),
    *("param", "source", "track", "wbr", "basefont", "bgsound", "command", "frame", "image", "isindex"),
    *("nextid", "spacer"),
}


def child_is_page(child):
    return isinstance(child, Tag) and child.is_page


class Tag(PageElement):
    """An element."""

    hidden = False
    #: Whether it is the whole page, and no element.
    is_page = False
    sourceline = None
    sourcepos = None
    can_be_empty_element = False
    cdata_list_attributes = None
    parser_class = None
    DEFAULT_INTERESTING_STRING_TYPES = MAIN_CONTENT

    def __init__(
        self,
        parser=None,
        builder=None,
        name=None,
        namespace=None,
        prefix=None,
        attrs=None,
        parent=None,
        previous=None,
        is_xml=None,
        sourceline=None,
        sourcepos=None,
        can_be_empty_element=None,
        **_others,
    ):
        if name is None:
            raise ValueError("Cannot create Tag with no name.")
        self.name = name if prefix is None else f"{prefix}:{name}"
        self.namespace, self.prefix = namespace, prefix
        self._is_xml = bool(is_xml)
        pairs = attrs or {}
        self.attrs = _attributes.of_tag(name, pairs) if builder else _attributes.AttributeDict(pairs)
        self.contents = []
        self.sourceline, self.sourcepos = sourceline, sourcepos
        is_void = name in VOID if builder or can_be_empty_element is None else can_be_empty_element
        self.can_be_empty_element = is_void
        self.interesting_string_types = CONTAINERS.get(name, MAIN_CONTENT) if builder else MAIN_CONTENT

    # What is inside.

    @property
    def children(self):
        return iter(self.contents)

    @property
    def descendants(self):
        if not self.contents:
            return
        stop = self._last_descendant()._after()
        node = self.contents[0]
        while node is not None and node is not stop:
            following = node.next_element
            yield node
            node = following

    @property
    def self_and_descendants(self):
        yield self
        yield from self.descendants

    @property
    def is_empty_element(self):
        return not self.contents and self.can_be_empty_element

    isSelfClosing = is_empty_element

    @property
    def string(self):
        if len(self.contents) != 1:
            return None
        child = self.contents[0]
        return child if isinstance(child, NavigableString) else child.string

    @string.setter
    def string(self, text):
        self.clear()
        self.append(text if isinstance(text, NavigableString) else NavigableString(text))

    def _all_strings(self, strip=False, types=_DEFAULT):
        if types is _DEFAULT:
            types = self.interesting_string_types
        for node in self.descendants:
            if isinstance(node, NavigableString) and is_among(node, types):
                text = node.strip() if strip else node
                if text or not strip:
                    yield text

    @property
    def strings(self):
        return self._all_strings()

    def get_text(self, separator="", strip=False, types=_DEFAULT):
        return separator.join(self._all_strings(strip, types))

    getText = get_text
    text = property(get_text)

    # Attributes.

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        if value is None:
            return _attributes.AttributeValueList()
        if isinstance(value, list):
            return value
        return _attributes.AttributeValueList([value])

    def has_attr(self, key):
        return key in self.attrs

    def __getitem__(self, key):
        return self.attrs[key]

    def __setitem__(self, key, value):
        self.attrs[key] = value

    def __delitem__(self, key):
        self.attrs.pop(key, None)

    # Searches.

    def find(self, name=None, attrs={}, recursive=True, string=None, **kwargs):
        nodes = self.descendants if recursive else self.children
        return first(search(nodes, name, attrs, string, 1, kwargs))

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        nodes = self.descendants if recursive else self.children
        if name is None and string is None and not attrs and not kwargs:
            name = True
        return search(nodes, name, attrs, string, limit, kwargs)

    __call__ = find_all
    findAll = deprecated("findAll", "find_all", "4.0.0")
    findChild = deprecated("findChild", "find", "3.0.0")
    findChildren = deprecated("findChildren", "find_all", "3.0.0")

    def __getattr__(self, subtag):
        if len(subtag) > 3 and subtag.endswith("Tag"):
            message = (
                f".{subtag} is deprecated, use .find(\"{subtag[:-3]}\") instead. "
                f"If you really were looking for a tag called {subtag}, use .find(\"{subtag}\")"
            )
            warnings.warn(message, DeprecationWarning, stacklevel=2)
            return self.find(subtag[:-3])
        if not subtag.startswith("__") and subtag != "contents":
            return self.find(subtag)
        raise AttributeError(f"'{self.__class__}' object has no attribute '{subtag}'")

    @property
    def css(self):
        return CSS(self)

    def select(self, selector, namespaces=None, limit=0, **kwargs):
        return self.css.select(selector, namespaces, limit, **kwargs)

    def select_one(self, selector, namespaces=None, **kwargs):
        return self.css.select_one(selector, namespaces, **kwargs)

    # Changes.

    def index(self, element):
        for place, child in enumerate(self.contents):
            if child is element:
                return place
        raise ValueError("Tag.index: element not in tag")

    def insert(self, position, *new_children):
        inserted = []
        for child in new_children:
            if child is None:
                raise ValueError("Cannot insert None into a tag.")
            if child is self:
                raise ValueError("Cannot insert a tag into itself.")
            if child_is_page(child):
                inserted.extend(self.insert(position, *list(child.contents)))
                position += len(inserted)
                continue
            child = self._place(position, child)
            inserted.append(child)
            position = self.index(child) + 1
        return inserted

    def _place(self, position, child):
        if not isinstance(child, PageElement):
            child = NavigableString(child)
        position = min(position, len(self.contents))
        if child.parent is not None:
            if child.parent is self and self.index(child) < position:
                position -= 1
            child.extract()
        before = self.contents[position - 1] if position > 0 else None
        after = self.contents[position] if position < len(self.contents) else None
        self.contents.insert(position, child)
        child.parent, child.previous_sibling, child.next_sibling = self, before, after
        if before is not None:
            before.next_sibling = child
        if after is not None:
            after.previous_sibling = child
        return child

    def append(self, tag):
        return self.insert(len(self.contents), tag)[0]

    def extend(self, tags):
        if isinstance(tags, Tag):
            tags = tags.contents
        return [self.append(tag) for tag in list(tags)]

    def clear(self, decompose=False):
        for child in list(self.contents):
            if decompose:
                child.decompose()
            else:
                child.extract()

    def decompose(self):
        """Takes the element out of the tree, and everything out of the element."""
        self.extract()
        for node in [self, *self.descendants]:
            node._decomposed = True
        for node in [self, *self.descendants]:
            node._unlink()
            if isinstance(node, Tag):
                node.contents = []

    def unwrap(self):
        if self.parent is None:
            raise ValueError("Cannot replace an element with its contents when that element is not part of a tree.")
        parent, place = self.parent, self.parent.index(self)
        self.extract()
        for child in reversed(list(self.contents)):
            parent.insert(place, child)
        return self

    replace_with_children = unwrap
    replaceWithChildren = deprecated("replaceWithChildren", "unwrap", "4.0.0")

    def smooth(self):
        """Joins texts that stand side by side."""
        for child in list(self.contents):
            before = child.previous_sibling
            if isinstance(child, Tag):
                child.smooth()
            elif type(child) is NavigableString and type(before) is NavigableString:
                joined = NavigableString(before + child)
                before.extract()
                child.replace_with(joined)

    def copy_self(self):
        """Returns the tag without what is inside."""
        copied = type(self).__new__(type(self))
        copied.__dict__.update(self.__dict__)
        copied.attrs = type(self.attrs)(
            (key, type(value)(value) if isinstance(value, list) else value)
            for key, value in self.attrs.items()
        )
        copied.contents = []
        copied.parent = copied.previous_sibling = copied.next_sibling = None
        return copied

    def __deepcopy__(self, memo, recursive=True):
        copied = self.copy_self()
        pairs = [(self, copied)] if recursive else []
        for original, made in pairs:
            for child in original.contents:
                if isinstance(child, Tag):
                    inner = child.copy_self()
                    pairs.append((child, inner))
                else:
                    inner = child.__copy__()
                made._place(len(made.contents), inner)
        return copied

    def __copy__(self):
        return self.__deepcopy__({})

    # As a list of its contents, and as text.

    def __iter__(self):
        return iter(self.contents)

    def __len__(self):
        return len(self.contents)

    def __contains__(self, x):
        return x in self.contents

    def __bool__(self):
        return True

    def __eq__(self, other):
        if self is other:
            return True
        return (
            isinstance(other, Tag)
            and (self.name, self.attrs, len(self)) == (other.name, other.attrs, len(other))
            and all(mine == its for mine, its in zip(self.contents, other.contents))
        )

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return str(self).__hash__()

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal", iterator=None):
        return _output.written(self, indent_level, eventual_encoding, formatter)

    def decode_contents(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal"):
        return _output.written_inside(self, indent_level, eventual_encoding, formatter)

    def encode(self, encoding="utf-8", indent_level=None, formatter="minimal", errors="xmlcharrefreplace"):
        return self.decode(indent_level, encoding, formatter).encode(encoding, errors)

    def encode_contents(self, indent_level=None, encoding="utf-8", formatter="minimal"):
        return self.decode_contents(indent_level, encoding, formatter).encode(encoding)

    def prettify(self, encoding=None, formatter="minimal"):
        if encoding is None:
            return self.decode(indent_level=0, formatter=formatter)
        return self.encode(encoding=encoding, indent_level=0, formatter=formatter)

    def __repr__(self):
        return self.decode()

    __str__ = __unicode__ = __repr__
