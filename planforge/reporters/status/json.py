"""How the work stands, as JSON for scripts."""

from __future__ import annotations

import json
from typing import Any

from planforge.model.followup import FollowedGroup, FollowedTask, FollowUp, Grouping, count_states


def report(follow_up: FollowUp, grouping: Grouping | None = None, *, colour: bool = False) -> str:
    """`{"plan": {…}, "date", "soon", "summary": {…}, "tasks": […], "groups": {"unit": […], …}}`.

    Groups name their tasks by id. `grouping` chooses one kind of them; without it all are there.
    """
    groups = {name: found for name, found in follow_up.groups.items() if grouping in (None, name)}
    content: dict[str, Any] = {
        "plan": {"title": follow_up.title, "year": follow_up.year},
        "date": follow_up.day.isoformat(),
        "soon": follow_up.soon,
        "summary": _summary(follow_up.tasks),
        "tasks": [_task(each, follow_up) for each in follow_up.tasks],
        "groups": {name: [_group(group) for group in found] for name, found in groups.items()},
        "missing": list(follow_up.missing),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _task(each: FollowedTask, follow_up: FollowUp) -> dict[str, Any]:
    task, due = each.task, each.due
    units = {"lead": each.units.lead, "support": each.units.support, "responsible": each.units.responsible}
    return {
        "id": task.id,
        "heading": each.name,
        "path": list(each.path),
        "state": each.state,
        "status": each.status,
        "due": due.date.isoformat() if due.date else None,
        "recurs": due.recurs or None,
        "period_end": due.period_end.isoformat() if due.period_end else None,
        "days_left": (due.date - follow_up.day).days if due.date else None,
        "units": {role: [unit.value for unit in names] for role, names in units.items()},
        "progress": task.progress,
        "evidence": task.evidence,
        "note": task.note,
    }


def _group(group: FollowedGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "tasks": [each.task.id for each in group.tasks],
        "supported": [each.task.id for each in group.supported],
        "unanswered": list(group.unanswered),
        "summary": _summary(group.tasks),
    }


def _summary(tasks: tuple[FollowedTask, ...]) -> dict[str, int]:
    counts: dict[str, int] = {"tasks": len(tasks)}
    counts.update({str(state): number for state, number in count_states(tasks).items()})
    return counts
