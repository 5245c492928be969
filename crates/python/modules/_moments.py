"""Moments that follow each other though the clock stands: what `sched` enters later is due later."""

import itertools

_numbers = itertools.count()


class Moment(float):
    """A time that differs from all others, as two readings of a real clock do."""

    __slots__ = ("number",)

    def __new__(cls, time):
        moment = super().__new__(cls, time)
        moment.number = next(_numbers)
        return moment

    def __eq__(self, other):
        return self is other if type(other) is Moment else float(self) == other

    def __lt__(self, other):
        if type(other) is Moment and float(self) == float(other):
            return self.number < other.number
        return float(self) < other

    __hash__ = float.__hash__
