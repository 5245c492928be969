"""Runs each snippet of the files in FILES, and prints what it prints, under its name. A file begins with what all
of its snippets begin with; each snippet begins with a line `#: NAME`."""

import json
import re
import warnings

FILES = {}


def run(head, name, source):
    print(f"#: {name}")
    names = {"__name__": "__main__"}
    try:
        exec(head, names)
        exec(source, names)
    except Exception as error:
        print(f"raised {type(error).__name__}: {error}")


warnings.simplefilter("ignore")
for file, text in FILES.items():
    head, *parts = re.split(r"^#: ", text, flags=re.MULTILINE)
    for part in parts:
        title, _, source = part.partition("\n")
        run(head, f"{file}: {title}", source)
