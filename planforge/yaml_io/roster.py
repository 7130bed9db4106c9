"""units.yaml, the roster of units (单位名录) → Roster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planforge.model import Roster, RosterUnit, Span
from planforge.yaml_io.plain import Plain, read_plain, rejected

_LIST = frozenset({"单位", "单位名录", "units"})
_NAME = frozenset({"名称", "全称", "name"})
#: Key → field of RosterUnit.
_FIELDS = {
    "简称": "aliases",
    "别名": "aliases",
    "aliases": "aliases",
    "曾用名": "former",
    "former": "former",
    "上级对口": "superiors",
    "superiors": "superiors",
    "联系人": "contact",
    "contact": "contact",
}
_KEYS = _LIST | _NAME | frozenset(_FIELDS)
_SHAPE = "写成“- 市公安局”，或“- {名称: 市公安局, 简称: [市局], 曾用名: [……]}”。"


def load_roster(source: bytes, file: str) -> Roster:
    """The roster in a file: a list of names and records, alone or under 单位. Raises InputError with all faults."""
    plain = read_plain(source, file, _KEYS)
    faults: list[tuple[Span, str]] = []
    units = tuple(_units(plain, faults))
    if faults:
        raise rejected(file, faults)
    return Roster(units)


def _units(plain: Plain, faults: list[tuple[Span, str]]) -> Iterator[RosterUnit]:
    path, items = _list(plain.value)
    if not isinstance(items, list):
        faults.append((plain.span(()), f"单位名录应当是一个列表。{_SHAPE}"))
        return
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        place = (*path, index)
        unit = _unit(plain, item, place, faults)
        if unit is None:
            continue
        if unit.name in seen:
            faults.append((plain.span(place), f"“{unit.name}”写了两次（第一次是第 {seen[unit.name]} 个）。删去一个。"))
        seen.setdefault(unit.name, index + 1)
        yield unit


def _list(value: Any) -> tuple[tuple[str | int, ...], Any]:
    """The path of the list of units, and the list; a file of comments alone lists none."""
    if isinstance(value, dict) and len(value) == 1 and (key := next(iter(value))) in _LIST:
        return (key,), value[key] or []
    return (), [] if value is None else value


def _unit(plain: Plain, item: Any, path: tuple[str | int, ...], faults: list[tuple[Span, str]]) -> RosterUnit | None:
    if isinstance(item, str):
        return RosterUnit(item)
    name = next((item[key] for key in item if key in _NAME), None) if isinstance(item, dict) else None
    if not isinstance(name, str):
        faults.append((plain.span(path), f"这一个单位没有名称。{_SHAPE}"))
        return None
    unknown = [key for key in item if key not in _KEYS - _LIST]
    faults += ((plain.span((*path, key)), f"单位名录里没有“{key}”这个项目。{_SHAPE}") for key in unknown)
    return RosterUnit(name, **_fields(item))


def _fields(item: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in item.items():
        field = _FIELDS.get(key)
        if field == "contact":
            found[field] = str(value or "")
        elif field:
            found[field] = (*found.get(field, ()), *_words(value))
    return found


def _words(value: Any) -> tuple[str, ...]:
    """One name or a list of them."""
    return tuple(str(each) for each in (value if isinstance(value, list) else [value]) if each)
