"""The selectors of `bs4`, as a module of their own."""

from bs4._css import SoupSieve, compiled as compile
from bs4._css_parse import SelectorSyntaxError, escaped as escape


def select(select, tag, namespaces=None, limit=0, flags=0, **kwargs):
    return compile(select).select(tag, limit)


def iselect(select, tag, namespaces=None, limit=0, flags=0, **kwargs):
    return compile(select).iselect(tag, limit)


def select_one(select, tag, namespaces=None, flags=0, **kwargs):
    return compile(select).select_one(tag)


def match(select, tag, namespaces=None, flags=0, **kwargs):
    return compile(select).match(tag)


def closest(select, tag, namespaces=None, flags=0, **kwargs):
    return compile(select).closest(tag)


def filter(select, iterable, namespaces=None, flags=0, **kwargs):
    return compile(select).filter(iterable)
