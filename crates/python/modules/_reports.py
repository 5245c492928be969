"""Reports of errors that the program did not catch: without the frames of asyncio's own modules, which
stand in every traceback of a coroutine and say nothing of the program, and without those of the modules of this
crate that stand in the place of a function of CPython's in C.
"""

import traceback

_ASYNCIO = ("asyncio.", "<frozen asyncio.", "<frozen importlib.")
_NATIVE = {"_alarms", "_at_end", "_byte_stream", "_disk", "_pools", "_program_imports", "_refused", "_system", "_unavailable", "io", "os", "signal"}


def _is_told(frame):
    return frame.filename not in _NATIVE and not frame.filename.startswith(_ASYNCIO)


def _only_told(report, seen):
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    kept = [frame for frame in report.stack if _is_told(frame)]
    if kept:
        report.stack[:] = kept
    for other in (report.__cause__, report.__context__, *(report.exceptions or ())):
        _only_told(other, seen)


def formatted(error):
    report = traceback.TracebackException.from_exception(error)
    _only_told(report, set())
    return "".join(report.format())


def origin(frames):
    """Tells where a coroutine was made, as CPython's warning does: the outermost frame first."""
    import linecache

    known = [(file, line, name, linecache.getline(file, line)) for file, line, name in reversed(frames)
             if not file.startswith(("asyncio.", "<frozen asyncio."))]
    told = "".join(traceback.format_list(known))
    return f"\nCoroutine created at (most recent call last)\n{told}".rstrip("\n")
