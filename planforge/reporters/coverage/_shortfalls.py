"""Targets of the plan that are weaker than the superior's, and limits that are later: covered by words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.model import DeadlineConflict, DirectiveTrace, TargetConflict


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a plan's task promises less or later. `items` are the superior tasks that demand it, empty for a row of the
    table of indicators; `doubt` says why it may be none after all.
    """

    what: str
    items: tuple[str, ...]
    demanded: str
    task: str
    promised: str
    doubt: str = ""

    @property
    def where(self) -> str:
        """Where the superior demands it: 2.6, or 指标表."""
        return "、".join(self.items) or "指标表"

    @property
    def words(self) -> str:
        """时限晚于上级：3.2“2028年3月底前”，上级 2.6 要求“2027年底前”."""
        return f"{self.what}：{self.task}“{self.promised}”，上级 {self.where} 要求“{self.demanded}”{self.doubt}"


def shortfalls(directive: DirectiveTrace) -> tuple[Shortfall, ...]:
    """All of a superior document, targets first."""
    return (*map(_target, directive.targets), *map(_deadline, directive.deadlines))


def apart(directive: DirectiveTrace) -> Iterator[Shortfall]:
    """Those that no row of the document's tasks can show: of sections that are compared by their targets alone."""
    shown = {trace.task.id for trace in directive.tasks}
    return (each for each in shortfalls(directive) if not shown.intersection(each.items))


def _target(found: TargetConflict) -> Shortfall:
    items = tuple(item for item in (found.superior_task, *found.also) if item)
    doubt = "（可能是各地合计，与分解到本级的数核对）" if found.share else ""
    superior, plan = found.superior.text.value, found.plan.text.value
    return Shortfall("目标达不到上级", items, superior, found.plan_task.id, plan, doubt)


def _deadline(found: DeadlineConflict) -> Shortfall:
    doubt = "（在本年度之前已到，核实办结情况）" if found.past else ""
    superior, plan = found.superior.text.value, found.plan.text.value
    return Shortfall("时限晚于上级", (found.superior_task,), superior, found.plan_task.id, plan, doubt)
