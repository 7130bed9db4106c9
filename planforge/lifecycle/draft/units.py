"""Which unit of this level does what a unit of the superior's level does: 省财政厅 → 市财政局."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planforge.model import Document, Level, Roster, RosterUnit, Text, Units
from planforge.text.functions import function_of

#: Whose governments a level gives work to.
_GOVERNMENTS: dict[Level, str] = {
    "province": "各市人民政府",
    "city": "各县（区）人民政府",
    "county": "各乡镇（街道）",
}
_OF_GOVERNMENTS = re.compile(r"各[^、]*(?:人民政府|[市县区）])")
_COUNTY_NAMES = {"中级人民法院": "人民法院"}


@dataclass(frozen=True, slots=True)
class Office:
    """Who this level's units are: its word (市), its level, the roster where there is one, the names its plan uses."""

    word: str
    level: Level | None
    roster: Roster | None = None
    used: tuple[str, ...] = ()
    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def counterpart(self, superior: str) -> str | None:
        """The unit of this level for one of the superior's; None where only the author can tell."""
        if self.roster and (units := self.roster.counterparts(superior)):
            return self._as_used(units[0])
        if _OF_GOVERNMENTS.fullmatch(superior):
            return self._governments()
        function = function_of(superior)
        if function is None:
            return superior if _stands_alone(superior) and not self.roster else self._same(superior)
        return self._by_function().get(function) or self._built_in(function)

    def _governments(self) -> str | None:
        used = (name for name in self._names() if _OF_GOVERNMENTS.fullmatch(name))
        return next(used, None) or (None if self.roster or not self.level else _GOVERNMENTS.get(self.level))

    def _same(self, superior: str) -> str | None:
        return superior if superior in self._names() else None

    def _built_in(self, function: str) -> str | None:
        """The usual name; an office with a roster has no unit that isn't on it."""
        if self.roster or not self.word or self.word == "国":
            return None
        return self.word + (_COUNTY_NAMES.get(function, function) if self.level == "county" else function)

    def _names(self) -> tuple[str, ...]:
        """Those in use come first, as the plan writes them; with a roster only those that it knows."""
        if self.roster is None:
            return self.used
        known = self.roster.find
        return (*(name for name in self.used if known(name)), *(unit.name for unit in self.roster.units))

    def _as_used(self, unit: RosterUnit) -> str:
        return next((name for name in self.used if name == unit.name or name in unit.aliases), unit.name)

    def _by_function(self) -> dict[str, str]:
        if not self._known:
            for name in self._names():
                if (function := function_of(name)) is not None:
                    self._known.setdefault(function, name)
        return self._known


def counterparts(units: Units, office: Office) -> tuple[Units, tuple[str, ...]]:
    """The units of this level for those of a superior task, each in its role, and those that the author must find."""
    unknown: list[str] = []
    seen: set[str] = set()

    def local(names: Iterable[Text]) -> Iterator[Text]:
        for name in names:
            found = office.counterpart(name.value)
            if found is None:
                unknown.append(name.value)
            elif found not in seen:
                seen.add(found)
                yield Text(found)

    mapped = Units(tuple(local(units.lead)), tuple(local(units.support)), tuple(local(units.responsible)))
    return mapped, tuple(dict.fromkeys(unknown))


def used_units(plan: Document) -> tuple[str, ...]:
    """The names of units that a plan gives work to, those used most often first."""
    names = [unit.value for node in plan.walk() for unit in node.units]
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))


def _stands_alone(unit: str) -> bool:
    """A unit of no level (溪口海关) is the same for every level; one that names a place (人民银行某省分行) isn't."""
    return unit.endswith("海关")
