"""Who does what of a plan: its tasks divided among the units that it names."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.model.document import Document, UnitRole, Units


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task of a unit, in words: `marker` as in the plan (一、（二）), `text` a paragraph a line.

    `units` are all of the task's, by the names in force; `deadline` and `targets` are empty where the plan has none.
    """

    role: UnitRole
    id: str
    marker: str
    heading: str
    text: str
    targets: tuple[str, ...]
    deadline: str
    units: Units


@dataclass(frozen=True, slots=True)
class Share:
    """All that falls to a unit, in the order of the plan.

    `file` is the name, safe everywhere, of what it gets; `contact` whom to send that to, as the roster tells.
    """

    unit: str
    assignments: tuple[Assignment, ...]
    file: str = ""
    contact: str = ""

    def of(self, role: UnitRole) -> tuple[Assignment, ...]:
        """The tasks in which the unit has a role."""
        return tuple(each for each in self.assignments if each.role == role)


@dataclass(frozen=True, slots=True)
class Division:
    """A plan's tasks by unit, and those (as where they stand, and what they are called) that no unit is named for."""

    plan: Document
    shares: tuple[Share, ...]
    unassigned: tuple[tuple[str, str], ...] = ()
