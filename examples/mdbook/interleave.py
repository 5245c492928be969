"""mdBook: turns fences ```interleave LESSON NAME=VALUE… into elements; what is in a fence, readers without scripts see."""

import json
import re
import shlex
import sys
from html import escape

FENCE = re.compile(r"^```interleave +(\S+)(.*)\n([\s\S]*?)^```$", re.MULTILINE)


def element(found):
    lesson, options, text = found.groups()
    given = {"lesson": lesson, **dict(option.split("=", 1) for option in shlex.split(options))}
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in given.items())
    return f"<interleave-playground {attributes} autorun>{escape(text.strip())}</interleave-playground>"


def change(items, script):
    for chapter in (item["Chapter"] for item in items if isinstance(item, dict) and "Chapter" in item):
        text, count = FENCE.subn(element, chapter["content"])
        chapter["content"] = text + script * bool(count)
        change(chapter["sub_items"], script)


if sys.argv[1:2] == ["supports"]:
    sys.exit(sys.argv[2] != "html")
context, book = json.load(sys.stdin)
site = context["config"]["preprocessor"]["interleave"]["site"]
change(book["items"], f'\n\n<script type="module" src="{site}/define.js"></script>\n')
json.dump(book, sys.stdout)
