"""Long documents are read by other processes, where there are cores for them, while this one reads another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from planforge.files import read_bytes
from planforge.model import InputError, Reading
from planforge.parallel import Aside, cores, in_one_stage

#: Bytes; what is shorter is read sooner than a second process is ready.
LEAST = 300_000

#: What is being read: by the name that findings use and the very bytes.
_Files = dict[tuple[str, bytes], Aside[Reading]]
_ahead: ContextVar[_Files | None] = ContextVar("ahead", default=None)


@contextmanager
def reading_ahead(paths: Sequence[str], read: Callable[[bytes, str], Reading]) -> Iterator[None]:
    """Meanwhile the long ones of these files are read, as far as cores are free. `-` stays for its turn."""
    files = {
        (path, data): Aside(partial(in_one_stage, partial(read, data, path)))
        for path, data in _long(paths)[: cores() - 1]
    }
    token = _ahead.set(files)
    try:
        yield
    finally:
        _ahead.reset(token)
        for aside in files.values():
            aside.stop()


def read_before(data: bytes, file: str) -> Reading | None:
    """The document in `data`, if it is one of those that were read ahead."""
    aside = (_ahead.get() or {}).get((file, data))
    return aside.result() if aside else None


def _long(paths: Sequence[str]) -> list[tuple[str, bytes]]:
    try:
        files = [(path, read_bytes(path)) for path in dict.fromkeys(paths) if path != "-"]
    except InputError:  # said in its turn
        return []
    return [(path, data) for path, data in files if len(data) >= LEAST]
