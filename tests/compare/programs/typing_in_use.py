"""Annotations: generics, protocols, typed dicts, new types, and what they are at run time."""

import typing
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, Self, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T")
K = TypeVar("K", bound=int)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self


print(Stack[int]().push(1).push(2).items, Stack[int], Stack.__parameters__, T, K.__bound__, Stack.__orig_bases__)


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes))
try:
    Closes()
except TypeError as error:
    print(error)


class Movie(TypedDict, total=False):
    name: str
    year: NotRequired[int]


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return self.x + self.y


print(Movie(name="a"), Movie.__annotations__.keys(), Movie.__total__, Point(1), Point(1, 2).norm(), Point._field_defaults, Point.__annotations__)
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, cast(str, 5), Optional[int] == Union[int, None], get_origin(list[int]), get_args(dict[str, list[int]]), Literal["a", 1], get_args(Literal["a", 1]), Callable[[int], str], Iterable[int], Awaitable[None])
Limit: Final = 3


def f(a: int, b: "str | None" = None, *c: "T") -> dict[str, Any]: ...


print(get_type_hints(f), f.__annotations__["a"], typing.get_type_hints(Stack.push)["item"])


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(1), typing.TYPE_CHECKING, typing.Any, typing.ClassVar[int], typing.Annotated[int, "m"], typing.Annotated[int, "m"].__metadata__, typing.Tuple[int, ...], typing.List[int], typing.Type[int])


class Box[U]:
    def __init__(self, item: U):
        self.item = item


def first[V](items: list[V]) -> V:
    return items[0]


type Pair = tuple[int, int]
print(Box[int](3).item, first([7]), Pair, Pair.__value__, Box.__type_params__, first.__type_params__)
print(isinstance([], list), isinstance(1, int | str), typing.NoReturn, typing.assert_never.__name__, typing.get_origin(Union[int, str]) is not None, typing.ParamSpec("P"), typing.Concatenate.__class__.__name__)
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
try:
    typing.assert_never(3)
except AssertionError as error:
    print(error)
