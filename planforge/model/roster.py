"""The roster of units (单位名录) that an office may give work to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RosterUnit:
    """A unit: its name, the short names in use (`aliases`), the names that it no longer bears (`former`).

    `superiors` are its counterparts at the level above (上级对口), `contact` whom to ask.
    """

    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    superiors: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """All units of a workspace, in the order of the file."""

    units: tuple[RosterUnit, ...] = ()

    def names(self) -> Iterator[str]:
        """Every name in force, full and short."""
        for unit in self.units:
            yield unit.name
            yield from unit.aliases

    def find(self, name: str) -> RosterUnit | None:
        """The unit that bears `name` now."""
        return next((unit for unit in self.units if name == unit.name or name in unit.aliases), None)

    def former(self, name: str) -> RosterUnit | None:
        """The unit that used to be called `name`."""
        return next((unit for unit in self.units if name in unit.former), None)

    def counterparts(self, superior: str) -> tuple[RosterUnit, ...]:
        """The units that answer for what a unit of the level above does."""
        return tuple(unit for unit in self.units if superior in unit.superiors)
