"""Tracing of memory, which this interpreter cannot do: nothing is traced, and asking says so."""


def is_tracing():
    return False


def start(nframe=1, /):
    raise NotImplementedError(
        "tracemalloc.start is missing: the interpreter does not trace memory; leave it out"
    )


def stop():
    pass


def clear_traces():
    pass


def get_traced_memory():
    return (0, 0)


def reset_peak():
    pass


def get_object_traceback(obj, /):
    return None


def take_snapshot():
    raise RuntimeError(
        "the tracemalloc module must be tracing memory allocations to take a snapshot"
    )
