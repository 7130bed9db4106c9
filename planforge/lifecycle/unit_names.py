"""What the units of a plan are called: the names of one unit brought together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from planforge.model import Roster


class UnitNames:
    """Knows units by all their names on the roster, and by those `named` elsewhere.

    Brackets and digits of another width make no other unit, and the first way to write a name counts. A name that one
    unit bears now is never another's former one.
    """

    def __init__(self, roster: Roster | None, named: Iterable[str] = ()) -> None:
        units = roster.units if roster else ()
        former = {plain(name): unit.name for unit in units for name in unit.former}
        aliases = {plain(name): unit.name for unit in units for name in unit.aliases}
        self._known = former | aliases | {plain(unit.name): unit.name for unit in units}
        for name in named:
            self.of(name)

    def of(self, name: str) -> str:
        """The name in force of the unit called `name`; that of a unit nobody knows is kept for the next time."""
        return self._known.setdefault(plain(name), name)

    def within(self, words: str) -> str:
        """The name in force of the unit with the longest name in some `plain` words; empty for none."""
        found = max((name for name in self._known if name in words), key=len, default="")
        return self._known.get(found, "")


def plain(name: str) -> str:
    """A name without blanks and differences of width."""
    return "".join(unicodedata.normalize("NFKC", name).split())
