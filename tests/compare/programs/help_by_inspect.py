"""Looking at functions and classes: inspect, types, operator, weak references."""

import gc
import inspect
import types
import weakref


def f(a, /, b: int = 2, *args: str, c, d=4, **kwargs) -> bool:
    """Does f.

    More.
    """
    return True


class Base:
    """A base."""

    x = 1

    def method(self, n):
        return n

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def plain(a, b=1): ...

    @property
    def prop(self): ...


class Child(Base):
    def method(self, n):
        return super().method(n)


async def co(): ...


async def agen():
    yield


def gen():
    yield


signature = inspect.signature(f)
print(signature, list(signature.parameters), signature.return_annotation, signature.parameters["c"].kind, signature.parameters["b"].default)
bound = signature.bind(1, c=3, z=9)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
try:
    signature.bind(1)
except TypeError as error:
    print(error)
print(inspect.getdoc(f), inspect.getdoc(Child), inspect.getdoc(Child.method), f.__doc__.splitlines()[0])
print(inspect.signature(Base.method), inspect.signature(Base().method), inspect.signature(Base.make), inspect.signature(Base), inspect.signature(lambda x, *, y=1: x))
print([inspect.isfunction(f), inspect.ismethod(Base().method), inspect.isclass(Base), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(gen), inspect.isbuiltin(len), inspect.ismodule(types), inspect.isabstract(Base)])
print([name for name, _ in inspect.getmembers(Base(), inspect.ismethod)], inspect.getmro(Child), [c.name + ":" + c.kind for c in inspect.classify_class_attrs(Base) if not c.name.startswith("__")])
frame = inspect.currentframe()
print(frame.f_code.co_name, inspect.getargvalues(frame).args, inspect.getgeneratorstate(gen()), inspect.getfullargspec(f))
g = gen()
next(g)
print(inspect.getgeneratorstate(g), inspect.isgenerator(g), inspect.unwrap(f) is f, inspect.cleandoc("  a\n    b"), inspect.getmodule(f).__name__)
print(type(f), type(len), type(Base().method), type(gen()), types.FunctionType is type(f), isinstance(co, types.FunctionType), types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
proxy = types.MappingProxyType({"a": 1})
print(proxy, repr(proxy), proxy["a"], dict(proxy))
try:
    proxy["b"] = 2
except TypeError as error:
    print(error)
module = types.ModuleType("made", "doc")
module.x = 5
print(module, module.x, module.__doc__, types.new_class("New", (Base,)).__mro__[1].__name__, types.MethodType(f, 5).__self__)
print(list[int], dict[str, int] | None, types.GenericAlias(list, (int,)), type(None), type(...), type(NotImplemented), int | None)


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"


thing = Thing("t")
reference = weakref.ref(thing, lambda r: print("gone", r() is None))
values = weakref.WeakValueDictionary(a=thing)
keys = weakref.WeakKeyDictionary({thing: 1})
weakref.finalize(thing, print, "finalized")
print(reference(), dict(values), len(keys), weakref.getweakrefcount(thing) > 0, weakref.proxy(thing).name)
del thing
gc.collect()
print(reference(), dict(values), len(keys))
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
method = weakref.WeakMethod(Base().method)
print(method() is None)
print(dir(Base)[-4:], vars(Child).keys() >= {"method"}, callable(Base), hasattr(Base, "x"), Base.__subclasses__(), f.__code__.co_argcount, f.__code__.co_flags & inspect.CO_VARARGS > 0, f.__qualname__, f.__module__, f.__kwdefaults__)
