"""Units, time limits and targets that went and came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from planforge.model import Target, Task, Text
from planforge.model.changes import ItemChange
from planforge.renderers._wording import outside

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
    gone, new = _limit_changes(before, after)
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


_Limits = dict[object, str]


def _limit_changes(before: Side, after: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Limits that went and came. Where both sides list some apart from their texts, the lists are compared: a text that
    still names the old day doesn't make the new one a further limit.
    """
    (listed, said), (listed_now, said_now) = _limits(before), _limits(after)
    if not (listed and listed_now):
        return _differing(listed | said, listed_now | said_now)
    of_lists = _differing(listed, listed_now)
    of_texts = _differing(said, listed_now | said_now)[0], _differing(listed | said, said_now)[1]
    return (*of_lists[0], *of_texts[0]), (*of_lists[1], *of_texts[1])


def _limits(side: Side) -> tuple[_Limits, _Limits]:
    """Time limits that are listed apart, and those that the texts say, by their words and day; 6月底前 is the same in
    the plan of every year.
    """
    year = side.year or 0
    found: tuple[_Limits, _Limits] = {}, {}
    for node in side.nodes:
        listed = set(outside((each.text for each in node.deadlines), node))
        for each in node.deadlines:
            day = each.date and (each.date.year - year, each.date.month, each.date.day)
            found[each.text.value not in listed][each.text.value, day] = each.text.value
    return found


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
