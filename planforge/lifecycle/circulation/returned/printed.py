"""The plan as it was sent round: the lines of its Word file, and which words of the plan stand where in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planforge.model import Task
from planforge.model.opinions import SpotField

#: What printing adds behind the words of a node: further targets, and the units and time limit in brackets.
Ending = Literal["ending"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of the plan on a line: characters `[start:stop]` are those of a field of a node from `offset` on.

    An ending's offset says nothing. `item` is empty for the document itself.
    """

    line: int
    start: int
    stop: int
    item: str
    field: SpotField | Ending
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """From a line on, everything belongs to a node or a part: where that is, and what it is called."""

    line: int
    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Lines, spots in their order, regions in theirs, and the texts of all fields that spots are of."""

    lines: tuple[str, ...]
    spots: tuple[Spot, ...]
    regions: tuple[Region, ...]
    texts: Mapping[tuple[str, str], str]
    tasks: Mapping[str, Task]

    def region(self, line: int) -> Region:
        """What a line belongs to."""
        index = bisect_right(self.regions, line, key=lambda each: each.line) - 1
        return self.regions[max(0, index)]

    def on(self, line: int) -> Iterator[Spot]:
        """The spots of a line."""
        yield from (spot for spot in self.spots if spot.line == line)
