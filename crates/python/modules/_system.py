"""The standard streams as `sys` has them, and what it says of the program's file."""

import builtins
import io
import sys


class _Input(io.StringIO):
    """The standard input, which is empty."""

    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"

    def isatty(self):
        return False

    def fileno(self):
        return 0

    @property
    def buffer(self):
        return io.BytesIO()

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


class _Quitter:
    """`exit` and `quit`, as the module `site` would put them there."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def _help(*args):
    raise NotImplementedError("help is missing: there are no pages of help here; print(function.__doc__) instead")


def _current_frames():
    """The frame of the thread that asks: others have none while they wait."""
    import _thread

    return {_thread.get_ident(): sys._getframe(1)}


def install(main, file):
    sys._current_frames = _current_frames
    # What a program sets instead is called at its end.
    sys.__excepthook__ = sys.excepthook
    sys.executable = "interleave"
    sys.orig_argv = ["interleave", *sys.argv]
    sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = "/usr"
    sys.path[:] = [""]
    sys.stdin = sys.__stdin__ = _Input()
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr
    io.TextIOBase.register(type(sys.stdout))
    builtins.exit, builtins.quit = _Quitter("exit"), _Quitter("quit")
    builtins.help = _help
    main["__file__"] = file if file.startswith("/") else f"/{file}"
