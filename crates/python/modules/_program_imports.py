"""Finds the modules that lie beside a program: the host knows where they are and what is in them."""

import sys

import _system
import _unavailable
from _frozen_importlib import ModuleSpec


class _Loader:
    def __init__(self, file, source, code):
        self.file = file
        self.source = source
        self.code = code

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        import linecache

        # Tracebacks take the lines from here: there is no file that they could open.
        lines = self.source.splitlines(keepends=True)
        linecache.cache[self.file] = (len(self.source), None, lines, self.file)
        module.__file__ = self.file
        exec(self.code(self.source, self.file), module.__dict__)

    def get_source(self, name):
        return self.source


class _Finder:
    def __init__(self, find, code):
        self.find = find
        self.code = code

    def find_spec(self, name, path=None, target=None):
        found = self.find(name)
        if found is None:
            # Late, for few programs import what is refused.
            import _refused

            if _refused.reason(name) is not None:
                return ModuleSpec(name, _refused.Loader(), is_package=True)
            if name in _unavailable.MODULES:
                message = f"No module named '{name}': {_unavailable.MODULES[name]}"
                raise ModuleNotFoundError(message, name=name.partition(".")[0])
                # With the module's own name it would be passed over in `from package import module`.
            return None
        file, source, is_package = found
        loader = _Loader(file, source, self.code)
        return ModuleSpec(name, loader, origin=file, is_package=is_package)


def install(find, code, native, main, file, source):
    """Asks `find` for (file, source, is_package) of a module that the library lacks, and lets `code`
    compile the source; `native` makes a function of the interpreter's own kind.

    `main` gets a loader, from which tracebacks take the lines of the program.
    """
    sys.meta_path.append(_Finder(find, code))
    main["__loader__"] = _Loader(file, source, code)
    _unavailable.install(native)
    _system.install(main, file)
