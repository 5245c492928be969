"""Reports of errors that the program did not catch: without the frames of asyncio's own modules, which
stand in every traceback of a coroutine and say nothing of the program.
"""

import traceback


def _without_asyncio(report, seen):
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    kept = [frame for frame in report.stack if not frame.filename.startswith(("asyncio.", "<frozen asyncio."))]
    if kept:
        report.stack[:] = kept
    for other in (report.__cause__, report.__context__, *(report.exceptions or ())):
        _without_asyncio(other, seen)


def formatted(error):
    report = traceback.TracebackException.from_exception(error)
    _without_asyncio(report, set())
    return "".join(report.format())


def origin(frames):
    """Tells where a coroutine was made, as CPython's warning does: the outermost frame first."""
    import linecache

    known = [(file, line, name, linecache.getline(file, line)) for file, line, name in reversed(frames)
             if not file.startswith(("asyncio.", "<frozen asyncio."))]
    told = "".join(traceback.format_list(known))
    return f"\nCoroutine created at (most recent call last)\n{told}".rstrip("\n")
