"""Units, time limits and targets that went and came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from planforge.model import ItemChange, Target, Task, Text

_Key = TypeVar("_Key")
_ROLES = (("lead", "牵头单位"), ("support", "配合单位"), ("responsible", "责任单位"))


@dataclass(frozen=True, slots=True)
class Side:
    """Nodes of one document, and the year that it is for."""

    nodes: tuple[Task, ...]
    year: int | None


def item_changes(before: Side, after: Side) -> Iterator[ItemChange]:
    """What differs between the nodes of both sides taken together."""
    for role, name in _ROLES:
        gone, new = _differing(_units(before.nodes, role), _units(after.nodes, role))
        if gone or new:
            yield ItemChange("units", name, gone, new)
    gone, new = _differing(_limits(before), _limits(after))
    if gone or new:
        yield ItemChange("deadlines", "完成时限", gone, new)
    yield from _target_changes(
        [t for n in before.nodes for t in n.targets], [t for n in after.nodes for t in n.targets]
    )


def _units(nodes: Sequence[Task], role: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        units: tuple[Text, ...] = getattr(node.units, role)
        found |= {unit.value: unit.value for unit in units}
    return found


def _limits(side: Side) -> dict[object, str]:
    """Time limits by their words and day; 6月底前 is the same in the plan of every year."""
    year = side.year or 0
    return {
        (each.text.value, each.date and (each.date.year - year, each.date.month, each.date.day)): each.text.value
        for node in side.nodes
        for each in node.deadlines
    }


def _differing(before: Mapping[_Key, str], after: Mapping[_Key, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of what has no equal on the other side."""
    gone = tuple(words for key, words in before.items() if key not in after)
    return gone, tuple(words for key, words in after.items() if key not in before)


def _target_changes(before: Sequence[Target], after: Sequence[Target]) -> Iterator[ItemChange]:
    """Indicator by indicator."""
    old, new = _by_indicator(before), _by_indicator(after)
    for indicator in dict.fromkeys((*old, *new)):
        gone, come = _differing(old.get(indicator, {}), new.get(indicator, {}))
        if gone or come:
            yield ItemChange("targets", f"目标“{indicator}”" if indicator else "目标", gone, come)


def _by_indicator(targets: Sequence[Target]) -> dict[str, dict[object, str]]:
    found: dict[str, dict[object, str]] = {}
    for each in targets:
        found.setdefault(each.indicator, {})[each.op, each.value, each.unit] = each.text.value
    return found
