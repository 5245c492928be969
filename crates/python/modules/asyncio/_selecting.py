"""What asyncio's loop takes from the module `selectors`, over the network in memory.

A selector of the system is asked before each tick, and says of each socket that is ready what it is ready for, as
long as it is. Here a socket that becomes ready tells the selector, which gives the handles of the socket to the
loop, and looks again once these have run.
"""

import collections
import itertools
import weakref

from . import _network, events
from ._absent import NO_FILES, missing

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = collections.namedtuple("SelectorKey", ("fileobj", "fd", "events", "data"))

_selectors = weakref.WeakSet()


def loop_of(socket):
    """Returns the open loop that watches a socket, if there is one."""
    for selector in list(_selectors):
        if socket._number in selector._keys:
            loop = selector._loop()
            return None if loop is None or loop.is_closed() else loop
    return None


def changed(socket):
    """Tells the selectors that a socket may have become ready."""
    for selector in list(_selectors):
        if socket._number in selector._keys:
            selector._tell([socket._number])


class Selector:
    """Watches sockets of one loop."""

    def __init__(self, loop):
        self._loop = weakref.ref(loop)
        self._keys = {}
        # What the loop has been told and has not run yet: the number of the batch in which it was told.
        self._told = {}
        self._batches = itertools.count()
        _selectors.add(self)

    def register(self, fileobj, events, data=None):
        number = _number(fileobj)
        if number in self._keys:
            raise KeyError(f"{fileobj!r} (FD {number}) is already registered")
        if not _network.is_known(number):
            missing("add_reader" if events & EVENT_READ else "add_writer", NO_FILES)
        return self._keep(SelectorKey(fileobj, number, events, data))

    def modify(self, fileobj, events, data=None):
        return self._keep(SelectorKey(fileobj, _number(fileobj), events, data))

    def _keep(self, key):
        known = self._keys.get(key.fd)
        self._keys[key.fd] = key
        for event, at in (EVENT_READ, 0), (EVENT_WRITE, 1):
            if known is not None and known.data[at] is not key.data[at]:
                # The loop has been told for another handle, which is cancelled by now.
                self._told.pop((key.fd, event), None)
        self._tell([key.fd])
        return key

    def unregister(self, fileobj):
        number = _number(fileobj)
        for event in EVENT_READ, EVENT_WRITE:
            self._told.pop((number, event), None)
        return self._keys.pop(number)

    def get_key(self, fileobj):
        return self._keys[_number(fileobj)]

    def get_map(self):
        return self._keys

    def close(self):
        self._keys.clear()
        self._told.clear()
        _selectors.discard(self)

    def _ready(self, number):
        """Returns what a socket is ready for that the loop has not been told."""
        key, socket = self._keys.get(number), _network._open.get(number)
        if key is None or socket is None:
            return 0
        ready = socket._ready() & key.events
        for event in EVENT_READ, EVENT_WRITE:
            if (number, event) in self._told:
                ready &= ~event
        return ready

    def _tell(self, numbers):
        """Gives the loop the handles of those sockets that are ready."""
        loop = self._loop()
        found = [(self._keys[number], ready) for number in numbers if (ready := self._ready(number))]
        if not found or loop is None or loop.is_closed():
            return
        batch = next(self._batches)
        for key, ready in found:
            self._told.update(((key.fd, event), batch) for event in (EVENT_READ, EVENT_WRITE) if ready & event)
        loop._process_events(found)
        loop._ready.append(events.Handle(self._look_again, (batch, [key.fd for key, _ in found]), loop))
        # The loop may wait in another thread.
        loop._write_to_self()

    def _look_again(self, batch, numbers):
        """Looks again at sockets whose handles have run."""
        self._told = {told: number for told, number in self._told.items() if number != batch}
        self._tell(numbers)


def _number(fileobj):
    if isinstance(fileobj, int):
        return fileobj
    return int(fileobj.fileno())
