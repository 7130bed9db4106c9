"""The roster of units that a document may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RosterUnit:
    """A unit: its full name, the short names in use (`aliases`), and the names that it no longer bears (`former`)."""

    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All units that an office may give work to."""

    units: tuple[RosterUnit, ...] = ()

    def names(self) -> Iterator[str]:
        """Every name in force, full and short."""
        for unit in self.units:
            yield unit.name
            yield from unit.aliases

    def former(self, name: str) -> RosterUnit | None:
        """The unit that used to be called `name`."""
        return next((unit for unit in self.units if name in unit.former), None)
