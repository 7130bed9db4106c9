"""Work on long documents is shared among the processor's cores, where the system can split a running program in two."""

from __future__ import annotations

import io
import os
import pickle
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: Fewer items than this are done sooner than a second process is.
LEAST = 400


def share_out(
    work: Callable[[_Item], _Result], items: Sequence[_Item], known: Callable[[], Sequence[object]]
) -> list[_Result]:
    """`[work(item) for item in items]`, done by as many processes as there are cores.

    Results may hold objects that are `known` before: these come back as the very same, and the rest as copies.
    """
    cores = _cores()
    if len(items) < LEAST or cores < 2:
        return list(map(work, items))
    bounds = [len(items) * core // cores for core in range(cores + 1)]
    own, *others = (items[start:stop] for start, stop in pairwise(bounds))
    objects = known()
    helpers = [_Helper(work, part, objects) for part in others]
    try:
        return [*map(work, own), *(result for helper in helpers for result in helper.results())]
    finally:
        for helper in helpers:
            helper.stop()


def _cores() -> int:
    """How many processes may work at once: one where a copy of the running program isn't safe to make."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class _Helper:
    """A copy of this process that works on a part of the items."""

    def __init__(self, work: Callable[[Any], Any], part: Sequence[Any], known: Sequence[object]) -> None:
        import multiprocessing

        self._work, self._part, self._known = work, part, known
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=self._send, args=(sender,), daemon=True)
        self._process.start()
        sender.close()

    def _send(self, sender: Any) -> None:
        """In the copy: do the work and send it; a fault ends the copy, and the work is done again where it shows."""
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            sender.send_bytes(_packed(list(map(self._work, self._part)), self._known))
        except Exception:
            os._exit(1)

    def results(self) -> list[Any]:
        try:
            return _unpacked(self._receiver.recv_bytes(), self._known)
        except (EOFError, OSError):
            return list(map(self._work, self._part))

    def stop(self) -> None:
        self._receiver.close()
        self._process.terminate()
        self._process.join()


def _packed(results: list[Any], known: Sequence[object]) -> bytes:
    numbers = {id(each): number for number, each in enumerate(known)}
    data = io.BytesIO()
    _Packer(data, numbers).dump(results)
    return data.getvalue()


def _unpacked(data: bytes, known: Sequence[object]) -> list[Any]:
    results: list[Any] = _Unpacker(io.BytesIO(data), known).load()
    return results


class _Packer(pickle.Pickler):
    """Writes known objects as their numbers."""

    def __init__(self, file: io.BytesIO, numbers: Mapping[int, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, thing: object) -> int | None:
        return self._numbers.get(id(thing))


class _Unpacker(pickle.Unpickler):
    """Reads what this program's own copy wrote a moment ago."""

    def __init__(self, file: io.BytesIO, known: Sequence[object]) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, number: int) -> object:
        return self._known[number]
