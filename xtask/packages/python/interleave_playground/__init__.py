"""Interleave's element as a widget of notebooks: Jupyter, marimo, and all that shows anywidgets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

__all__ = ["Playground"]


class Playground(anywidget.AnyWidget):
    """A lesson that runs in the page, and the picture of its run.

    The traits are the attributes of ``<interleave-playground>``, with the same defaults; a change of one is seen at
    once. What the page refuses (a lesson that there is not, a value out of its range) it says above the picture.

    Example::

        playground = Playground("workers-as-tasks", params={"worker_1": 1.5}, autorun=True)
        playground.params = {"worker_1": 3}
        playground.summary["seconds"]  # 3, once that run is over
    """

    # One file: a notebook has the text of a script, beside which no other file lies.
    _esm = Path(__file__).parent / "anywidget.js"

    lesson = traitlets.Unicode("gather", help="A lesson's name, as `interleave list` prints it.").tag(sync=True)
    params = traitlets.Dict(
        key_trait=traitlets.Unicode(),
        help="Values of parameters by name: texts, numbers, booleans, and lists of items.",
    ).tag(sync=True)
    compare = traitlets.Unicode(
        help="A second lesson, with other values `gather?urls=url_1,url_2`: drawn below on the same scale."
    ).tag(sync=True)
    recording = traitlets.Unicode(
        help="The address of what `interleave run FILE --format json` wrote: shown in place of a lesson."
    ).tag(sync=True)
    src = traitlets.Unicode(help="The address of a program, whose text is shown in place of a lesson.").tag(sync=True)
    clock = traitlets.Enum(["simulated", "live"], "simulated", help="The clock of the run.").tag(sync=True)
    speed = traitlets.Float(1.0, min=0.1, max=100.0, help="Seconds of the run per second.").tag(sync=True)
    pace = traitlets.Enum(["time", "reading"], "time", help="How long playing rests at a stop.").tag(sync=True)
    view = traitlets.Enum(
        ["full", "article", "compact", "timeline"], "full", help="How much is shown."
    ).tag(sync=True)
    code = traitlets.Enum(["python", "rust", "none"], "python", help="In what the program is shown.").tag(sync=True)
    axis = traitlets.Enum(
        ["auto", "elastic", "time", "order"], "auto", help="What the picture's breadth means."
    ).tag(sync=True)
    theme = traitlets.Enum(["auto", "light", "dark"], "auto", help="The colours.").tag(sync=True)
    lang = traitlets.Unicode(help="The tag of a language; the page's own where none is given.").tag(sync=True)
    autorun = traitlets.Bool(False, help="Run when first visible, on the simulated clock.").tag(sync=True)

    summary = traitlets.Dict(
        default_value=None,
        allow_none=True,
        read_only=True,
        help=(
            "What the last run took and left, None before the first is over: `lesson`, `seconds` (of the run's clock), "
            "`steps`, `ticks`, `taskCount`, `tasks`, `console`, `outcome` and `error`."
        ),
    ).tag(sync=True)

    def __init__(self, lesson: str = "gather", **traits: Any) -> None:
        """Shows a lesson; all other traits are named.

        :raises traitlets.TraitError: where a trait takes no such value.
        """
        super().__init__(lesson=lesson, **traits)
