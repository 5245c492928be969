"""What becomes of a program's objects when it ends: those that the names of its main module hold are finalized in
the order of the names, while all else is still there.
"""

import collections
import sys
from types import FunctionType, GeneratorType, ModuleType

# How many objects are looked at.
_MANY = 100_000

_seen = {}


def finalize(main):
    values = list(main.values())
    if any(isinstance(it, type) and it.__module__ == "__main__" and hasattr(it, "__del__") for it in values):
        _visit(collections.deque(values))
    else:
        _visit(collections.deque(it for it in values if type(it) is GeneratorType))


def _visit(queue):
    """Finalizes what is in a queue, then what that holds, and so on."""
    while queue and len(_seen) < _MANY:
        value = queue.popleft()
        kind = type(value)
        if kind in _PLAIN or id(value) in _seen:
            continue
        # Kept, so that nothing is finalized twice.
        _seen[id(value)] = value
        if kind is GeneratorType:
            _call(value, GeneratorType.close)
        elif kind is list or kind is tuple:
            # The last one is the first to go.
            queue.extend(reversed(value))
        elif kind is dict:
            queue.extend(value.values())
        elif kind is set or kind is frozenset:
            queue.extend(value)
        elif isinstance(value, type):
            if value.__module__ == "__main__":
                queue.append(dict(vars(value)))
        elif kind.__module__ == "__main__":
            method = getattr(kind, "__del__", None)
            if method is not None:
                _call(value, method)
            held = getattr(value, "__dict__", None)
            if type(held) is dict:
                queue.extend(held.values())


_PLAIN = frozenset((int, float, str, bytes, bool, type(None), complex, FunctionType, ModuleType))


def _call(value, method):
    try:
        method(value)
    except Exception as error:
        import traceback

        print(f"Exception ignored while calling deallocator {method!r}:", file=sys.stderr)
        traceback.print_exception(error.with_traceback(error.__traceback__.tb_next))
