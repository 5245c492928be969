"""Attributes of tags: which have several values, and what is put into them."""

import re

_WORDS = re.compile(r"\S+")
_EVERYWHERE = {"class", "accesskey", "dropzone"}
_OF_TAG = {
    "a": {"rel", "rev"},
    "link": {"rel", "rev"},
    "td": {"headers"},
    "th": {"headers"},
    "form": {"accept-charset"},
    "object": {"archive"},
    "area": {"rel"},
    "icon": {"sizes"},
    "iframe": {"sandbox"},
    "output": {"for"},
}
_CONTENT_CHARSET = re.compile(r"((?:^|[\s;])charset=)([^;]*)", re.MULTILINE)


class AttributeValueList(list):
    """The values of an attribute that has several."""


class AttributeDict(dict):
    """The attributes of a tag."""


class NamespacedAttribute(str):
    """An attribute's name with a prefix."""

    def __new__(cls, prefix, name=None, namespace=None):
        text = prefix if not name else name if not prefix else f"{prefix}:{name}"
        made = str.__new__(cls, text)
        made.prefix, made.name, made.namespace = prefix, name, namespace
        return made


class CharsetMetaAttributeValue(str):
    """The encoding in `<meta charset>`: a page that is written names the encoding it is written in."""

    def __new__(cls, original_value):
        made = str.__new__(cls, original_value)
        made.original_value = original_value
        return made

    def substitute_encoding(self, eventual_encoding="utf-8"):
        return eventual_encoding or self.original_value


class ContentMetaAttributeValue(str):
    """The encoding in `<meta http-equiv content>`."""

    def __new__(cls, original_value):
        if not _CONTENT_CHARSET.search(original_value):
            return str(original_value)
        made = str.__new__(cls, original_value)
        made.original_value = original_value
        return made

    def substitute_encoding(self, eventual_encoding="utf-8"):
        if not eventual_encoding:
            return self.original_value
        return _CONTENT_CHARSET.sub(
            lambda found: found.group(1) + eventual_encoding, self.original_value
        )


def of_tag(name, pairs, multi_valued=True):
    """Makes the attributes of a tag that was read; of equal names the last counts."""
    made = AttributeDict(pairs)
    if multi_valued:
        several = _EVERYWHERE | _OF_TAG.get(name.lower(), set())
        for key in several & made.keys():
            if isinstance(made[key], str):
                made[key] = AttributeValueList(_WORDS.findall(made[key]))
    if name == "meta":
        _mark_encoding(made)
    return made


def _mark_encoding(attributes):
    if attributes.get("charset") is not None:
        attributes["charset"] = CharsetMetaAttributeValue(attributes["charset"])
    elif attributes.get("content") is not None and attributes.get("http-equiv") is not None:
        if attributes["http-equiv"].lower() == "content-type":
            attributes["content"] = ContentMetaAttributeValue(attributes["content"])
