"""The filters of searches: by name, attribute or text, each a string, a list, a regular expression, a
function, True or None."""

_ANY = object()


def _is_pattern(rule):
    return hasattr(rule, "search")


def _plain(rule):
    """Numbers are compared as text, and bytes as UTF-8."""
    if isinstance(rule, bytes):
        return rule.decode("utf8")
    return str(rule)


def fits(value, rule):
    """Says whether a text, or None where there is none, fits a rule."""
    if rule is True:
        return value is not None
    if rule is None:
        return value is None
    if callable(rule):
        return bool(rule(value))
    if _is_pattern(rule):
        return value is not None and rule.search(value) is not None
    if not isinstance(rule, (str, bytes)) and hasattr(rule, "__iter__"):
        return any(fits(value, one) for one in rule)
    return value is not None and value == _plain(rule)


def attribute_fits(value, rule):
    """As `fits`, for an attribute that may have several values: one of them fits, or all in one."""
    if not isinstance(value, list):
        return fits(value, rule)
    return any(fits(one, rule) for one in value) or (
        len(value) != 1 and fits(" ".join(value), rule)
    )


def name_fits(tag, rule):
    """Says whether a tag's name fits a rule; a function gets the tag itself."""
    if rule is _ANY or rule is True:
        return True
    if callable(rule):
        return bool(rule(tag))
    if not isinstance(rule, (str, bytes)) and not _is_pattern(rule) and hasattr(rule, "__iter__"):
        return any(name_fits(tag, one) for one in rule)
    if fits(tag.name, rule):
        return True
    return bool(tag.prefix) and fits(f"{tag.prefix}:{tag.name}", rule)


class ElementFilter:
    """A filter of a function that gets each node."""

    def __init__(self, match_function=None):
        self.match_function = match_function

    def match(self, element, _known_rules=False):
        return self.match_function is None or bool(self.match_function(element))

    def allow_tag_creation(self, nsprefix, name, attrs):
        return True

    def allow_string_creation(self, string):
        return True


class SoupStrainer(ElementFilter):
    """A filter by name, attributes and text."""

    def __init__(self, name=None, attrs=None, string=None, **kwargs):
        if string is None and "text" in kwargs:
            string = kwargs.pop("text")
        if attrs is None:
            attrs = {}
        if not isinstance(attrs, dict):
            # A rule that is no dict is one for the class.
            attrs = {"class": attrs}
        attrs = dict(attrs)
        if "class_" in kwargs:
            attrs["class"] = kwargs.pop("class_")
        attrs.update(kwargs)
        self.attrs = attrs
        self.string = string
        self.is_for_tags = name is not None or bool(attrs)
        self.name = _ANY if name is None else name

    def matches_tag(self, tag):
        if self.string is not None and not self.is_for_tags:
            return False
        if not name_fits(tag, self.name):
            return False
        for key, rule in self.attrs.items():
            if not attribute_fits(tag.attrs.get(key), rule):
                return False
        return self.string is None or fits(tag.string, self.string)

    def match(self, element, _known_rules=False):
        if hasattr(element, "contents"):
            return self.matches_tag(element)
        if self.is_for_tags or self.string is None:
            return False
        return fits(element, self.string)

    def search_tag(self, tag):
        return tag if self.match(tag) else None

    search = search_tag

    def allow_tag_creation(self, nsprefix, name, attrs):
        """Says whether a page that is read with this filter keeps a tag at its top."""
        if self.string is not None:
            return False
        tag = _Beginning(name, nsprefix, attrs or {})
        if not (callable(self.name) or name_fits(tag, self.name)):
            return False
        return all(attribute_fits(tag.attrs.get(key), rule) for key, rule in self.attrs.items())

    def allow_string_creation(self, string):
        if self.is_for_tags:
            return False
        return self.string is None or fits(string, self.string)

    def __str__(self):
        name = None if self.name is _ANY else self.name
        return f"SoupStrainer({name!r}, {self.attrs!r}, {self.string!r})"


class _Beginning:
    """A tag that is not made yet."""

    def __init__(self, name, prefix, attrs):
        self.name, self.prefix, self.attrs = name, prefix, attrs
