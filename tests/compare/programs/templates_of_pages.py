"""A page out of a template, escaped, and read again by hand."""

import html
import re
from string import Formatter, Template

ROWS = [("Tea & biscuits", 3.5), ("<b>Pie</b>", 12), ('"Quoted"', 0.999)]
page = Template("<ul>\n$items</ul>\n<p>Total: $$ $total</p>")
items = "".join(f"  <li>{html.escape(name)}: {price:.2f}</li>\n" for name, price in ROWS)
text = page.substitute(items=items, total=f"{sum(price for _, price in ROWS):.2f}")
print(text)
print([(html.unescape(name), float(price)) for name, price in re.findall(r"<li>(.*?): ([\d.]+)</li>", text)])
print([part for part in Formatter().parse("{a} and {b!r:>{w}} end")])


class Polite(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]

    def format_field(self, value, spec):
        return value.upper() if spec == "loud" else super().format_field(value, spec)


print(Polite().format("{name:loud} met {other} and {0}", "Cy", name="Ada"))
print("{:{fill}{align}{width}}".format("mid", fill="*", align="^", width=9), "{0[k]} {1.imag} {2!a}".format({"k": 1}, 2j, "é"), "%(a)s %(b)03d" % {"a": "x", "b": 7})
