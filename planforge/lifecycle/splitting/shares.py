"""Which unit has which tasks of a plan, and in which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.splitting.files import file_names
from planforge.lifecycle.unit_names import UnitNames
from planforge.model import Document, Indicator, Roster, Section, Task, Text, UnitRole, Units
from planforge.model.shares import Assignment, Division, Share
from planforge.text.places import wheres

#: Stands for the number of what the plan has in its indicator table.
_INDICATOR = "指标"


@dataclass(frozen=True, slots=True)
class _Work:
    """A node that somebody is to do, those above it from the section down, and the units and time limit in force."""

    path: tuple[Task, ...]
    units: Units
    deadline: str

    @property
    def task(self) -> Task:
        return self.path[-1]


def divide(plan: Document, roster: Roster | None) -> Division:
    """All tasks by unit, and behind them the indicators that it answers for.

    Units come in the order of the roster, then as the plan names them.
    A task without units of its own has those of the nearest node above it; a node whose units no task below it takes
    over is itself a task. Of two roles in one task (by two of its names) a unit has the higher one.
    """
    names = UnitNames(roster)
    works = [replace(work, units=_called(work.units, names)) for work in _works(plan)]
    found: dict[str, list[Assignment]] = {}
    for work in works:
        for unit, role in _roles(work.units).items():
            found.setdefault(unit, []).append(_assignment(work, role))
    for indicator in plan.indicators:
        for unit, role in _roles(_called(indicator.units, names)).items():
            found.setdefault(unit, []).append(_indicator(indicator, role, names))
    return Division(plan, tuple(_shares(found, roster or Roster())), tuple(_unassigned(plan, works)))


def _shares(found: Mapping[str, Sequence[Assignment]], roster: Roster) -> Iterator[Share]:
    contacts = {unit.name: unit.contact for unit in roster.units}
    units = list(dict.fromkeys([*(name for name in contacts if name in found), *found]))
    for unit, file in zip(units, file_names(units), strict=True):
        yield Share(unit, tuple(found[unit]), file, contacts.get(unit, ""))


def _works(plan: Document) -> Iterator[_Work]:
    parts: Iterable[Section] = (*plan.sections, *(each for part in plan.attachments for each in part.sections))
    for section in parts:
        yield from _work((section,), Units(), "")


def _work(path: tuple[Task, ...], units: Units, deadline: str) -> Iterator[_Work]:
    """What is to be done at or below the last node of `path`; `units` and `deadline` are those of the nodes above."""
    node = path[-1]
    here = _Work(path, node.units or units, node.deadlines[0].text.value if node.deadlines else deadline)
    below = [work for task in node.tasks for work in _work((*path, task), here.units, here.deadline)]
    taken_over = any(work.units is here.units for work in below)
    if here.units and not taken_over and (node.units or not node.tasks):
        yield here
    yield from below


def _called(units: Units, names: UnitNames) -> Units:
    """The units by their names in force."""
    lead, support, responsible = (
        tuple(dict.fromkeys(Text(names.of(unit.value)) for unit in role))
        for role in (units.lead, units.support, units.responsible)
    )
    return Units(lead, support, responsible)


def _roles(units: Units) -> dict[str, UnitRole]:
    """Every unit with its highest role."""
    roles: dict[str, UnitRole] = {unit.value: "support" for unit in units.support}
    roles |= {unit.value: "responsible" for unit in units.responsible}
    return roles | {unit.value: "lead" for unit in units.lead}


def _assignment(work: _Work, role: UnitRole) -> Assignment:
    task = work.task
    return Assignment(
        role,
        task.id,
        "".join(node.marker for node in work.path),
        task.heading.value or _headings(work.path),
        "\n".join(_lines(task)),
        tuple(dict.fromkeys(target.text.value for target in task.targets)),
        work.deadline,
        work.units,
    )


def _indicator(indicator: Indicator, role: UnitRole, names: UnitNames) -> Assignment:
    """A row of the indicator table: what a unit has to reach."""
    value = indicator.text if indicator.target is None else f"{indicator.target:.12g}{indicator.unit}"
    units = _called(indicator.units, names)
    return Assignment(role, "", _INDICATOR, indicator.name.value, "", (value,) if value else (), "", units)


def _headings(path: Iterable[Task]) -> str:
    """What a node without a heading is called by: the nearest one above."""
    return next((node.heading.value for node in reversed(tuple(path)) if node.heading.value), "")


def _lines(task: Task) -> Iterator[str]:
    """The paragraphs of a task, those of the nodes below it included."""
    yield from _paragraphs(task.text)
    for below in task.tasks:
        yield f"{below.marker}{below.heading}"
        yield from _lines(below)
    yield from _paragraphs(task.closing)


def _paragraphs(text: Text) -> Iterator[str]:
    yield from (line.strip() for line in text.value.splitlines() if line.strip())


def _unassigned(plan: Document, works: Iterable[_Work]) -> Iterator[tuple[str, str]]:
    """The leaves that somebody ought to do and nobody is named for."""
    covered = {id(node) for work in works for node in work.task.walk()}
    places = wheres(plan)
    for leaf in plan.demands():
        if id(leaf) not in covered:
            yield places[id(leaf)], leaf.heading.value or leaf.text.value
