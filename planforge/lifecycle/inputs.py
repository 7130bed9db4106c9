"""What a result is made from: the files that were read, and which files were meant by the names in others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """`files`: path → SHA-256 of its bytes; `found`: what a folder's plan calls a document, and which file that is."""

    files: dict[str, str] = field(default_factory=dict)
    found: dict[tuple[str, str], str] = field(default_factory=dict)


_noted: ContextVar[Inputs | None] = ContextVar("inputs", default=None)


@contextmanager
def noting() -> Iterator[Inputs]:
    """Notes all that is read meanwhile."""
    inputs = Inputs()
    token = _noted.set(inputs)
    try:
        yield inputs
    finally:
        _noted.reset(token)


def note_file(path: str, data: bytes) -> None:
    """Note a file that was read; one that changed between two readings gets a digest that no file has."""
    if inputs := _noted.get():
        now = digest(data)
        inputs.files[path] = now if inputs.files.get(path, now) == now else "?"


def note_found(reference: str, folder: Path, file: Path | None) -> None:
    """Note which file a plan in `folder` means by a name."""
    if inputs := _noted.get():
        inputs.found[reference, str(folder)] = real(file)


def digest(data: bytes) -> str:
    """What tells these bytes from all others."""
    return hashlib.sha256(data).hexdigest()


def real(file: Path | None) -> str:
    """The place of a file behind links; empty where there is none."""
    return str(file.resolve()) if file else ""
