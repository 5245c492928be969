"""What parts of a selector ask of an element."""

_SPACES = " \t\n\r\f"


def _is_tag(node):
    return hasattr(node, "contents")


def _tags(nodes):
    return (node for node in nodes if _is_tag(node))


def _tag_siblings(element):
    """The elements beside an element, and itself."""
    return [element] if element.parent is None else list(_tags(element.parent.contents))


def _parent(element):
    """The element around an element; the page itself is none."""
    parent = element.parent
    return None if parent is None or parent.parent is None and parent.hidden else parent


def _text(value):
    return " ".join(value) if isinstance(value, list) else str(value)


def named(name):
    if name == "*":
        return lambda element, scope: True
    name = name.lower()
    return lambda element, scope: element.name.lower() == name


def has_id(text):
    return lambda element, scope: element.attrs.get("id") == text


def has_class(text):
    def matches(element, scope):
        classes = element.attrs.get("class", ())
        return text in (classes.split() if isinstance(classes, str) else classes)

    return matches


def has_attribute(key, operator, value, case):
    key = key.lower()
    ignores_case = case in ("i", "I") or not case and key == "type"

    def get(element):
        if key in element.attrs:
            return element.attrs[key]
        return next((it for name, it in element.attrs.items() if name.lower() == key), None)

    if operator is None:
        return lambda element, scope: get(element) is not None
    wanted = value.lower() if ignores_case else value

    def matches(element, scope):
        found = get(element)
        if found is None:
            return operator == "!="
        text = _text(found)
        return _compare(operator, text.lower() if ignores_case else text, wanted)

    return matches


def _compare(operator, text, wanted):
    match operator:
        case "=":
            return text == wanted
        case "!=":
            return text != wanted
        case "~=":
            return bool(wanted) and not any(it in _SPACES for it in wanted) and wanted in text.split()
        case "|=":
            return text == wanted or text.startswith(wanted + "-")
        case "^=":
            return bool(wanted) and text.startswith(wanted)
        case "$=":
            return bool(wanted) and text.endswith(wanted)
    return bool(wanted) and wanted in text


def chain(parts):
    """Joins compounds: the last is asked of the element, those before of what is around it."""
    matches = None
    for combinator, compound in parts:
        matches = compound if matches is None else _joined(matches, combinator, compound)
    return matches


def _joined(before, combinator, compound):
    def matches(element, scope):
        return compound(element, scope) and any(
            before(other, scope) for other in _before(element, combinator)
        )

    return matches


def _before(element, combinator):
    if combinator == " ":
        around = _parent(element)
        while around is not None:
            yield around
            around = _parent(around)
    elif combinator == ">":
        if (around := _parent(element)) is not None:
            yield around
    else:
        for node in _tags(element.previous_siblings):
            yield node
            if combinator == "+":
                return


def relative(parts):
    """As `:has` asks: whether there is an element after or inside of this one."""

    def found(element, scope, parts):
        (combinator, compound), *rest = parts
        return any(
            compound(other, scope) and (not rest or found(other, scope, rest))
            for other in _after(element, combinator)
        )

    return lambda element, scope: found(element, scope, parts)


def _after(element, combinator):
    if combinator == " ":
        yield from _tags(element.descendants)
    elif combinator == ">":
        yield from _tags(element.contents)
    else:
        for node in _tags(element.next_siblings):
            yield node
            if combinator == "+":
                return


#: Whether it counts from the end, and whether elements of its name alone count.
NTH = {
    "nth-child": (False, False),
    "nth-last-child": (True, False),
    "nth-of-type": (False, True),
    "nth-last-of-type": (True, True),
}


def nth(name, step, offset, among):
    from_end, of_type = NTH[name]

    def matches(element, scope):
        siblings = _tag_siblings(element)
        if of_type:
            siblings = [it for it in siblings if it.name == element.name]
        elif among is not None:
            siblings = [it for it in siblings if among(it, scope)]
        if from_end:
            siblings.reverse()
        place = next((place for place, it in enumerate(siblings, 1) if it is element), None)
        if place is None:
            return False
        if step == 0:
            return place == offset
        return (place - offset) % step == 0 and (place - offset) // step >= 0

    return matches


def contains(texts, is_own):
    def matches(element, scope):
        if is_own:
            strings = [it for it in element.contents if not _is_tag(it)]
            return any(text in string for text in texts for string in strings)
        text_inside = element.get_text()
        return any(text in text_inside for text in texts)

    return matches


def _is_empty(element, scope):
    for node in element.contents:
        if _is_tag(node) or not getattr(node, "PREFIX", "") and node.strip(_SPACES):
            return False
    return True


def _is_root(element, scope):
    parent = element.parent
    if parent is None or not (parent.hidden and parent.parent is None):
        return False
    for node in parent.contents:
        if node is not element and (_is_tag(node) or not getattr(node, "PREFIX", "") and node.strip()):
            return False
    return True


def _is_scope(element, scope):
    if getattr(scope, "hidden", False):
        return _is_root(element, scope)
    return element is scope


def _both(*matchers):
    return lambda element, scope: all(matches(element, scope) for matches in matchers)


_first, _last = nth("nth-child", 0, 1, None), nth("nth-last-child", 0, 1, None)
_first_of, _last_of = nth("nth-of-type", 0, 1, None), nth("nth-last-of-type", 0, 1, None)
_FIELDS = {"button", "fieldset", "input", "optgroup", "option", "select", "textarea"}


def _is_checked(element, scope):
    if element.name == "option":
        return "selected" in element.attrs
    return (
        element.name == "input"
        and "checked" in element.attrs
        and str(element.attrs.get("type", "")).lower() in ("checkbox", "radio")
    )


def _is_disabled(element, scope):
    if element.name not in _FIELDS:
        return False
    if "disabled" in element.attrs:
        return True
    return element.name not in ("fieldset", "optgroup") and any(
        "disabled" in around.attrs and around.name in ("fieldset", "optgroup") for around in element.parents
    )


def _is_link(element, scope):
    return element.name in ("a", "area") and "href" in element.attrs


SIMPLE = {
    "first-child": _first,
    "last-child": _last,
    "only-child": _both(_first, _last),
    "first-of-type": _first_of,
    "last-of-type": _last_of,
    "only-of-type": _both(_first_of, _last_of),
    "empty": _is_empty,
    "root": _is_root,
    "scope": _is_scope,
    "checked": _is_checked,
    "disabled": _is_disabled,
    "enabled": lambda element, scope: element.name in _FIELDS and not _is_disabled(element, scope),
    "link": _is_link,
    "any-link": _is_link,
    "required": lambda element, scope: element.name in ("input", "select", "textarea")
    and "required" in element.attrs,
    "optional": lambda element, scope: element.name in ("input", "select", "textarea")
    and "required" not in element.attrs,
    **dict.fromkeys(
        ("active", "focus", "focus-visible", "focus-within", "hover", "target", "visited"),
        lambda element, scope: False,
    ),
}
