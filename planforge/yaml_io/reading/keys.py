"""The keys of a record: cerberus tells, by the table of names, what each is called and what reads its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from planforge.schemas.names import Name, Record
from planforge.schemas.trusted import validator

#: Turns the node of a value into its normal form.
Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """How records that are written with the same keys are read; keys are counted from 0.

    `fields`: the key, what it is called in English, what reads its value. `again`: keys that are there already, and
    where.
    """

    fields: tuple[tuple[int, str, Reader], ...]
    again: tuple[tuple[int, int], ...]


def shape_of(entry: Record, keys: Sequence[str], reader: Callable[[Name | None], Reader]) -> Shape:
    """What cerberus makes of the keys of a record; `reader` gives what reads the value of a name, None an unknown."""
    first: dict[str, int] = {}
    for turn, key in enumerate(keys):
        first.setdefault(_english(entry, key), turn)
    again = ((turn, first[_english(entry, key)]) for turn, key in enumerate(keys))
    once = {keys[turn]: turn for turn in first.values()}
    fields = validator(_rules(entry, once, reader), allow_unknown=True).normalized(once)
    return Shape(
        tuple((turn, english, read) for english, (turn, read) in fields.items()),
        tuple((turn, earlier) for turn, earlier in again if turn != earlier),
    )


def _rules(entry: Record, keys: Iterable[str], reader: Callable[[Name | None], Reader]) -> dict[str, dict[str, Any]]:
    """What becomes of each key: its English name, and a reader beside its place."""
    rules: dict[str, dict[str, Any]] = {}
    for key in keys:
        name, english = entry.find(key), _english(entry, key)
        rules[english] = {"coerce": partial(_with_reader, reader(name))}
        if key != english:
            rules[key] = {"rename": english}
    return rules


def _english(entry: Record, key: str) -> str:
    name = entry.find(key)
    return name.english if name else key


def _with_reader(read: Reader, turn: int) -> tuple[int, Reader]:
    return turn, read
