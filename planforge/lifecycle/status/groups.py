"""The tasks of a plan by section, by unit, and by the superior document that they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.lifecycle.unit_names import UnitNames
from planforge.model import DirectiveTrace, Roster, TaskTrace, Trace
from planforge.model.followup import FollowedGroup, FollowedTask

_NO_UNIT = "（没有责任单位）"
_NO_SUPERIOR = "（本级自有任务）"
#: States of a superior task in which what stands beside it does answer it.
_ANSWERED = ("covered", "partial", "review")


def by_section(tasks: Iterable[FollowedTask]) -> tuple[FollowedGroup, ...]:
    """In the order of the plan."""
    return _groups((each.path[0], each) for each in tasks)


def by_unit(tasks: Sequence[FollowedTask], roster: Roster | None) -> tuple[FollowedGroup, ...]:
    """Under every unit the tasks that it leads or is responsible for, and apart those that it only supports.

    Units come in the order in which the plan names them, each by its name on the roster.
    """
    names = UnitNames(roster)
    answering = _groups(pair for each in tasks for pair in _answering(each, names))
    supporting = _groups((names.of(unit.value), each) for each in tasks for unit in each.units.support)
    supported = {group.name: group.tasks for group in supporting}
    led = {group.name: group.tasks for group in answering}
    ordered = dict.fromkeys([*(name for name in led if name != _NO_UNIT), *supported, *led])
    return tuple(FollowedGroup(name, led.get(name, ()), _apart(supported, led, name)) for name in ordered)


def by_superior(tasks: Sequence[FollowedTask], trace: Trace) -> tuple[FollowedGroup, ...]:
    """Under every superior document the tasks that answer it and its demands that nothing answers; then the rest."""
    known = {each.task.id: each for each in tasks}
    groups = [_superior(directive, known) for directive in trace.directives]
    answering = {each.task.id for group in groups for each in group.tasks}
    own = tuple(each for each in tasks if each.task.id not in answering)
    return (*groups, *([FollowedGroup(_NO_SUPERIOR, own)] if own else []))


def _groups(pairs: Iterable[tuple[str, FollowedTask]]) -> tuple[FollowedGroup, ...]:
    found: dict[str, dict[str, FollowedTask]] = {}
    for name, each in pairs:
        found.setdefault(name, {}).setdefault(each.task.id, each)
    return tuple(FollowedGroup(name, tuple(tasks.values())) for name, tasks in found.items())


def _answering(each: FollowedTask, names: UnitNames) -> Iterator[tuple[str, FollowedTask]]:
    units = each.units
    found = [names.of(unit.value) for unit in (*units.lead, *units.responsible)]
    yield from ((name, each) for name in found or [_NO_UNIT])


def _apart(
    supported: dict[str, tuple[FollowedTask, ...]], led: dict[str, tuple[FollowedTask, ...]], name: str
) -> tuple[FollowedTask, ...]:
    own = {each.task.id for each in led.get(name, ())}
    return tuple(each for each in supported.get(name, ()) if each.task.id not in own)


def _superior(directive: DirectiveTrace, known: dict[str, FollowedTask]) -> FollowedGroup:
    answered = [trace for trace in directive.tasks if trace.status in _ANSWERED]
    tasks = {task: known[task] for trace in answered for task in _counterparts(trace) if task in known}
    ordered = tuple(each for name, each in known.items() if name in tasks)
    lacking = (trace.task for trace in directive.tasks if trace.status == "uncovered")
    unanswered = tuple(f"{task.id} {task.heading.value or task.text.value}" for task in lacking)
    return FollowedGroup(directive.alias or directive.title, ordered, (), unanswered)


def _counterparts(trace: TaskTrace) -> Iterator[str]:
    """The tasks that are linked to a superior task or answer one of its measures, or else the nearest one."""
    yield from trace.answering or [each.task for each in trace.counterparts[:1]]
