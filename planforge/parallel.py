"""Work on long documents is shared among the processor's cores, where the system can split a running program in two;
the collector of garbage stays out of it.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from planforge.parcels import Parcels

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: Fewer items than this are done sooner than a second process is.
LEAST = 400

#: Work in stages, each ending where something is told to all who work on other portions: what is yielded comes back
#: as the list of what all of them yielded, by portion. All go through equally many stages.
Stages = Generator[Any, list[Any], _Result]


@contextmanager
def no_collecting() -> Iterator[None]:
    """Work on a long document makes many objects and drops few: the collector would walk them again and again.

    What was frozen counts as old afterwards, or its first look would be at all of them once more.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


@dataclass(frozen=True, slots=True)
class Portion:
    """The part of the work that falls to one process: `number` (from 0) of `count`."""

    number: int
    count: int

    def of(self, items: Sequence[_Item]) -> Sequence[_Item]:
        """Its part of some items, in their order."""
        start, stop = (len(items) * end // self.count for end in (self.number, self.number + 1))
        return items[start:stop]


def in_parallel(
    work: Callable[[Portion], Stages[list[_Result]]], size: int, known: Callable[[], Sequence[object]]
) -> list[_Result]:
    """The results of all portions of work on `size` items, done by as many processes as there are cores.

    Results and what is told may hold objects that are `known` before: these come back as the very same, and the rest
    as copies. A fault of the work is raised here.
    """
    count = cores() if size >= LEAST else 1
    first, *others = (Portion(number, count) for number in range(count))
    objects = known() if others else ()
    asides = [Aside(partial(work, portion), objects) for portion in others]
    try:
        return _together(work(first), asides)
    finally:
        for aside in asides:
            aside.stop()


def _together(own: Stages[list[_Result]], asides: Sequence[Aside[list[_Result]]]) -> list[_Result]:
    """Go through the stages of this process's portion, and tell each what the others say."""
    told: Any = None
    while True:
        try:
            said = own.send(told)
        except StopIteration as end:
            return [*end.value, *(result for aside in asides for result in aside.result())]
        told = [said, *(aside.said() for aside in asides)]
        for place, aside in enumerate(asides, 1):
            aside.tell(told, place)


@contextmanager
def meanwhile(
    work: Callable[[], _Result], size: int, known: Callable[[], Sequence[object]]
) -> Iterator[Callable[[], _Result]]:
    """Work on `size` items that a copy of this process does while this one does something else; gives what gives its
    result, once. Where no copy is made, it is done when it is asked for. `known` as for `in_parallel`.
    """
    if size < LEAST or cores() < 2:
        yield work
        return
    aside = Aside(partial(in_one_stage, work), known())
    try:
        yield aside.result
    finally:
        aside.stop()


def in_one_stage(work: Callable[[], _Result]) -> Stages[_Result]:
    """Work that has nothing to tell before its end."""
    yield from ()
    return work()


def cores() -> int:
    """How many processes may work at once: one where a copy of the running program isn't safe to make."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class Aside(Generic[_Result]):
    """A piece of work done by a copy of this process while this one goes on. Ask `cores` before you make one."""

    def __init__(self, work: Callable[[], Stages[_Result]], known: Sequence[object] = ()) -> None:
        import multiprocessing

        self._work, self._parcels = work, Parcels(known)
        self._told: list[object] = []
        context = multiprocessing.get_context("fork")
        self._connection, far = context.Pipe()
        self._process = context.Process(target=self._do, args=(far,), daemon=True)
        with suppress(OSError):  # where there is no room for another process, the work is done here as well
            self._process.start()
        far.close()

    def _do(self, connection: Any) -> None:
        """In the copy: do the work and send what it says; a fault ends the copy, and the work is done again where it
        shows.
        """
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self._connection.close()  # held here as well, it would not tell when the process that asked for this is gone
        gc.disable()  # the collector would touch, and so copy, all that the two have in common
        try:
            stages, told = self._work(), None
            while True:
                said, done = _next(stages, told)
                connection.send_bytes(self._parcels.packed(said))
                if done:
                    return
                told, own = self._parcels.unpacked(connection.recv_bytes())
                told[own] = said
        except Exception:
            os._exit(1)

    def said(self) -> Any:
        """What it says at the end of this stage; it is done here, from the start, if the copy came to harm."""
        try:
            with no_collecting():
                return self._parcels.unpacked(self._connection.recv_bytes())
        except (EOFError, OSError):
            return self._again()

    def tell(self, told: Sequence[object], own: int) -> None:
        """Let it go on to the next stage: what all say. What it said itself, at `own`, needs not be sent."""
        self._told.append(told)
        others = [None if place == own else each for place, each in enumerate(told)]
        with suppress(OSError):  # that it came to harm shows when it is asked
            self._connection.send_bytes(self._parcels.packed((others, own)))

    def result(self) -> _Result:
        """What the work gives. To be asked once, behind the last stage."""
        result: _Result = self.said()
        return result

    def _again(self) -> Any:
        stages = self._work()
        said = None
        for told in (None, *self._told):
            said, _ = _next(stages, told)
        return said

    def stop(self) -> None:
        """End the copy, whether it is done or not."""
        self._connection.close()
        if self._process.pid is not None:
            self._process.terminate()
            self._process.join()


def _next(stages: Stages[Any], told: Any) -> tuple[object, bool]:
    """What the next stage yields, or the result; and whether it is the result."""
    try:
        return stages.send(told), False
    except StopIteration as end:
        return end.value, True
