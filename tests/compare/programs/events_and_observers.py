"""An emitter of events, an undo stack and a state machine: patterns of courses."""

from collections import defaultdict
from contextlib import suppress
from enum import Enum, auto


class Emitter:
    def __init__(self):
        self._listeners = defaultdict(list)

    def on(self, name):
        def register(function):
            self._listeners[name].append(function)
            return function

        return register

    def emit(self, name, *args, **kwargs):
        return [listener(*args, **kwargs) for listener in self._listeners[name]]


emitter = Emitter()


@emitter.on("greet")
@emitter.on("leave")
def shout(name):
    return name.upper()


@emitter.on("greet")
def polite(name):
    return f"Dear {name}"


print(emitter.emit("greet", "Ada"), emitter.emit("leave", name="Bob"), emitter.emit("none"))


class State(Enum):
    RED = auto()
    GREEN = auto()
    AMBER = auto()

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


state = State.RED
for _ in range(4):
    print(state.name, end=" > ")
    state = state.next()
print(state)


class Editor:
    def __init__(self):
        self.text, self.undone, self.done = "", [], []

    def type(self, text):
        self.done.append(self.text)
        self.text += text

    def undo(self):
        self.undone.append(self.text)
        self.text = self.done.pop()


editor = Editor()
editor.type("ab")
editor.type("c")
editor.undo()
print(editor.text, editor.undone)
with suppress(IndexError):
    editor.undo()
    editor.undo()
    print("never")
print(repr(editor.text))
