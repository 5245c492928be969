"""The debugger's name, for `doctest`. There is no keyboard to debug with."""

_MISSING = "pdb is missing: a program cannot read from the keyboard here; print what you want to see"


class Pdb:
    """The class of a debugger."""

    def __init__(self, *args, **kwargs):
        pass

    def set_trace(self, *args, **kwargs):
        raise NotImplementedError(_MISSING)

    def set_continue(self):
        pass

    def reset(self):
        pass


def set_trace(*args, **kwargs):
    raise NotImplementedError(_MISSING)


run = runcall = runeval = post_mortem = pm = set_trace
