"""Runs each snippet of the files that are put into FILES, and prints what it prints under its name."""

import json
import re
import warnings

FILES = json.loads(r"""{}""")


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
        run(head, f"{file} {title}", source)
