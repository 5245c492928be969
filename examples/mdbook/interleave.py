"""mdBook: turns fences ```interleave LESSON NAME=VALUE… into elements; what is in a fence, readers without scripts see."""

import json
import re
import shlex
import sys
from html import escape

FENCE = re.compile(r"^```interleave +(.*)\n([\s\S]*?)^```$", re.MULTILINE)


def element(found):
    options, text = found.groups()
    words = [word if "=" in word else f"lesson={word}" for word in shlex.split(options)]
    given = {"autorun": "", **dict(word.split("=", 1) for word in words)}
    shown = given.items() if given["autorun"] != "false" else list(given.items())[1:]
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in shown)
    return f"<interleave-playground {attributes}>{escape(text.strip())}</interleave-playground>"


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
