"""Faults in YAML files: what stands there may be missing from what is made of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from planforge.model import Reading

#: By file the lines with faults.
Faults = dict[str, tuple[int, ...]]

_heard: ContextVar[Faults | None] = ContextVar("faults", default=None)


@contextmanager
def listening() -> Iterator[Faults]:
    """Hears of the faults of all that is read meanwhile."""
    faults: Faults = {}
    token = _heard.set(faults)
    try:
        yield faults
    finally:
        _heard.reset(token)


def noted(reading: Reading) -> Reading:
    """The reading itself; its faults are heard of, those of a file's first reading."""
    faults = _heard.get()
    lines = tuple(one.span.start.line for one in reading.diagnostics if one.severity == "error")
    if faults is not None and lines:
        faults.setdefault(reading.document.file, lines)
    return reading


def any_heard() -> bool:
    """Whether a fault was heard of so far; without anybody listening none is."""
    return bool(_heard.get())
