"""Small modules: graphlib, colorsys, calendar, keyword, platform, getpass, shutil, gettext, locale."""

import calendar
import colorsys
import copy
import fileinput
import gettext
import graphlib
import keyword
import locale
import os
import platform
import shutil
import sys
import timeit
import types

sorter = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
sorter.prepare()
while sorter.is_active():
    ready = sorted(sorter.get_ready())
    print(ready)
    sorter.done(*ready)
print(list(graphlib.TopologicalSorter({1: [2], 2: [3]}).static_order()))
try:
    list(graphlib.TopologicalSorter({"a": "b", "b": "a"}).static_order())
except graphlib.CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
print([round(x, 3) for x in colorsys.rgb_to_hsv(0.2, 0.4, 0.6)], colorsys.hsv_to_rgb(0.5, 1, 1), [round(x, 3) for x in colorsys.rgb_to_hls(1, 0.5, 0)])
print(keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), platform.python_implementation(), platform.python_version_tuple()[0], platform.system(), shutil.get_terminal_size().columns > 0, shutil.which("no-such-program"))
print(calendar.TextCalendar(6).formatmonth(2024, 3))
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:60], calendar.month_name[2], calendar.weekday(2024, 2, 29), calendar.Month.MAY.value, list(calendar.day_abbr))
print(gettext.gettext("hi"), gettext.ngettext("one", "many", 2), locale.getpreferredencoding().lower().replace("-", ""), locale.localeconv()["decimal_point"], locale.format_string("%.1f", 1.25))
print(timeit.timeit("x = 1", number=10) >= 0, timeit.Timer(lambda: None).timeit(1) >= 0)
print(os.path.basename(os.getcwd()) is not None, sys.getsizeof([]) > 0, sys.intern("a") is sys.intern("a"))
with fileinput.input(files=("-",)) as lines:
    print(list(lines))


class Deep:
    def __init__(self):
        self.items = [[1]]

    def __copy__(self):
        new = Deep()
        new.items = self.items
        return new

    def __deepcopy__(self, memo):
        new = Deep()
        new.items = copy.deepcopy(self.items, memo)
        return new


deep = Deep()
print(copy.copy(deep).items is deep.items, copy.deepcopy(deep).items == deep.items, copy.replace(types.SimpleNamespace(a=1), a=2) if hasattr(copy, "replace") else "")
