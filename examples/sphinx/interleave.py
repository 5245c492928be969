"""Sphinx: a directive ``interleave`` that puts a lesson into a page."""

from html import escape

from docutils import nodes
from docutils.parsers.rst import Directive, directives

ATTRIBUTES = ["params", "compare", "view", "code", "theme", "lang", "pace", "recording"]


class Interleave(Directive):
    required_arguments = 1  # the lesson
    has_content = True  # what readers without scripts see
    option_spec = {name: directives.unchanged for name in ATTRIBUTES}

    def run(self):
        given = {"lesson": self.arguments[0], **self.options}
        attributes = " ".join(f'{name}="{escape(value)}"' for name, value in given.items())
        text = escape("\n".join(self.content))
        tag = f"<interleave-playground {attributes} autorun>{text}</interleave-playground>"
        return [nodes.raw("", tag, format="html")]


def add_script(app):
    app.add_js_file(f"{app.config.interleave_site}/define.js", type="module")


def setup(app):
    app.add_config_value("interleave_site", "", "html")
    app.add_directive("interleave", Interleave)
    app.connect("builder-inited", add_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
