"""Writes down the face of asyncio: of each public name, and of each method of its classes, what a program
can see of it without calling it. The judge and the candidate must write the same.
"""

import asyncio
import inspect


def signature(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError):
        return "no signature"


def described(thing):
    plain = getattr(thing, "__func__", thing)
    parts = [
        type(thing).__name__,
        "coroutine" if inspect.iscoroutinefunction(plain) else "",
        str(getattr(thing, "__module__", "")),
        str(getattr(thing, "__qualname__", "")),
        signature(thing) if callable(thing) else "",
    ]
    return " | ".join(parts)


def members(cls):
    """The public members that a class defines itself or gets from asyncio, with those of protocols."""
    seen = {}
    for base in reversed(cls.__mro__):
        if base is object:
            continue
        if base.__module__ == "builtins":
            continue
        for name, value in vars(base).items():
            if not name.startswith("_") or name in PROTOCOL:
                seen[name] = value
    return seen


PROTOCOL = {
    "__aenter__", "__aexit__", "__enter__", "__exit__", "__aiter__", "__anext__", "__iter__", "__next__",
    "__await__", "__class_getitem__",
}


def main():
    for name in sorted(asyncio.__all__):
        thing = getattr(asyncio, name)
        print(f"{name}: {described(thing)}")
        if not inspect.isclass(thing):
            continue
        print(f"{name} has the bases {[base.__name__ for base in thing.__mro__]}")
        for member, value in sorted(members(thing).items()):
            is_wrapper = type(value).__name__ in ("wrapper_descriptor", "classmethod_descriptor")
            shown = "native" if is_wrapper else described(value)
            print(f"{name}.{member}: {shown}")
        try:
            type("Own", (thing,), {})
            print(f"{name} can be subclassed")
        except TypeError:
            print(f"{name} cannot be subclassed")


main()
