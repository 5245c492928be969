"""Creation order where CPython leaves the order to the iteration of a set.

asyncio keeps tasks in sets in a few places: the tasks that the end of a run cancels, the siblings
that a TaskGroup cancels, `done` and `pending` of wait, the futures of as_completed. What order
they come in there depends on addresses, so two runs of one program may differ. Here they come in
the order in which they were created. All else of asyncio stays as it is: only the name `set`
means another class in the modules concerned.
"""

import ast
import asyncio
import inspect
import itertools
import textwrap
import weakref
from asyncio import taskgroups, tasks

_numbers = itertools.count()
_births = weakref.WeakKeyDictionary()


def birth(thing):
    """Returns the number of a thing, giving it the next one when it is first seen."""
    number = _births.get(thing)
    if number is None:
        number = _births[thing] = next(_numbers)
    return number


class InOrder(set):
    """A set that iterates in the order of birth."""

    def __init__(self, things=()):
        things = list(things)
        for thing in things:
            birth(thing)
        super().__init__(things)

    def add(self, thing):
        birth(thing)
        super().add(thing)

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=birth))

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}" if self else "set()"

    def pop(self):
        for thing in self:
            self.remove(thing)
            return thing
        raise KeyError("pop from an empty set")


def _keeping_order(name):
    inherited = getattr(set, name)

    def operation(self, *others):
        result = inherited(self, *others)
        return InOrder(result) if isinstance(result, set) else result

    return operation


for _name in ("__and__", "__or__", "__sub__", "__xor__", "__rand__", "__ror__", "__rsub__",
              "__rxor__", "copy", "difference", "intersection", "symmetric_difference", "union"):
    setattr(InOrder, _name, _keeping_order(_name))


class InOrderWeakly:
    """What a WeakSet is to the event loop's async generators, in the order of insertion."""

    def __init__(self):
        self.things = weakref.WeakKeyDictionary()

    def add(self, thing):
        self.things[thing] = None

    def discard(self, thing):
        self.things.pop(thing, None)

    def clear(self):
        self.things.clear()

    def __iter__(self):
        return iter(list(self.things))

    def __len__(self):
        return len(self.things)


class _Comprehensions(ast.NodeTransformer):
    """Turns `{x for …}` into `set(x for …)`, so that the name `set` decides its class."""

    def visit_SetComp(self, node):
        self.generic_visit(node)
        generator = ast.GeneratorExp(node.elt, node.generators)
        return ast.Call(ast.Name("set", ast.Load()), [generator], [])


def _recompile(function):
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    tree = ast.fix_missing_locations(_Comprehensions().visit(tree))
    names = {}
    exec(compile(tree, function.__code__.co_filename, "exec"), function.__globals__, names)
    function.__code__ = names[function.__name__].__code__


def install():
    """Makes asyncio keep the order of creation."""
    tasks.set = taskgroups.set = InOrder
    _recompile(tasks._AsCompletedIterator.__init__)
    all_tasks = tasks.all_tasks
    asyncio.all_tasks = tasks.all_tasks = lambda loop=None: InOrder(all_tasks(loop))
    gathering = tasks._GatheringFuture.__init__

    def numbered(self, *arguments, **options):
        gathering(self, *arguments, **options)
        birth(self)

    tasks._GatheringFuture.__init__ = numbered
