"""Work on long documents is shared among the processor's cores, where the system can split a running program in two."""

from __future__ import annotations

import io
import os
import pickle
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Generic, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: Fewer items than this are done sooner than a second process is.
LEAST = 400


def in_parallel(
    work: Callable[[_Item], _Result], items: Sequence[_Item], known: Callable[[], Sequence[object]]
) -> list[_Result]:
    """`[work(item) for item in items]`, done by as many processes as there are cores.

    Results may hold objects that are `known` before: these come back as the very same, and the rest as copies.
    """
    parts = cores()
    if len(items) < LEAST or parts < 2:
        return list(map(work, items))
    bounds = [len(items) * part // parts for part in range(parts + 1)]
    own, *others = (items[start:stop] for start, stop in pairwise(bounds))
    objects = known()
    asides = [Aside(partial(_each, work, part), objects) for part in others]
    try:
        return [*map(work, own), *(result for aside in asides for result in aside.result())]
    finally:
        for aside in asides:
            aside.stop()


def _each(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    return list(map(work, items))


def cores() -> int:
    """How many processes may work at once: one where a copy of the running program isn't safe to make."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class Aside(Generic[_Result]):
    """A piece of work done by a copy of this process while this one goes on. Ask `cores` before you make one."""

    def __init__(self, work: Callable[[], _Result], known: Sequence[object] = ()) -> None:
        import multiprocessing

        self._work, self._known = work, known
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
            sender.send_bytes(_packed(self._work(), self._known))
        except Exception:
            os._exit(1)

    def result(self) -> _Result:
        """What the work gives; it is done here if the copy came to harm. To be asked once."""
        try:
            result: _Result = _Unpacker(io.BytesIO(self._receiver.recv_bytes()), self._known).load()
        except (EOFError, OSError):
            return self._work()
        return result

    def stop(self) -> None:
        """End the copy, whether it is done or not."""
        self._receiver.close()
        self._process.terminate()
        self._process.join()


def _packed(result: object, known: Sequence[object]) -> bytes:
    numbers = {id(each): number for number, each in enumerate(known)}
    data = io.BytesIO()
    _Packer(data, numbers).dump(result)
    return data.getvalue()


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
