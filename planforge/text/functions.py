"""What a unit is for, whatever level it belongs to: 云溪省财政厅 and 示例市财政局 have one function."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "unit_functions.txt"
_LEVEL_WORDS = "省市区县州盟旗"
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
#: How the name of an office ends whose words tell what it does; the word before a bracket has the ending behind it.
_OFFICE = re.compile(r"(?:局|委|委员会|厅|部|办|办公室|中心|总队|支队|大队|公司|行|[（(].*)$")


def function_of(unit: str) -> str | None:
    """A unit's function as the table's first name for it: 云溪省财政厅 → 财政局; None where the table has none."""
    name = unit.replace("分局", "局")
    table = _table().names
    heads = [0, *(place + 1 for place, character in enumerate(name) if character in _LEVEL_WORDS)]
    return next((table[name[head:]] for head in heads if name[head:] in table), None)


@cache
def functions_of(unit: str) -> frozenset[str]:
    """All functions of a unit, those of merged offices by the words of their names: 县教育体育局 → 教育局 and 体育局;
    人民银行云溪省分行, with the place within, by what stands around it; empty where nothing tells."""
    if known := function_of(_BRACKET.sub("", unit)):
        beside = _BRACKET.search(unit)
        return _by_words(unit) | {known} | (functions_of(beside[1]) if beside else frozenset())
    return _by_words(unit)


def does(unit: str, function: str) -> bool:
    """Whether a unit has a function, or is one that has it where no office of its own does: 市场监管局 for 药监局."""
    own = functions_of(unit)
    return function in own or not own.isdisjoint(_table().hosts.get(function, ()))


def may_do_anything(unit: str) -> bool:
    """Whether a unit's name tells no function because it has many: 社会事业局, 经济发展局, 党政办."""
    return unit.endswith(_table().general)


def _by_words(unit: str) -> frozenset[str]:
    table = _table()
    around = {function for head, tail, function in table.forms if _is_around(head, tail, unit)}
    if not _OFFICE.search(unit):
        return frozenset(around)
    name = unit.replace("人民政府", "")  # which isn't 民政
    told = {function for word in table.any_word.findall(name) for function in table.words[word]}
    alone = () if told else (function for word, function in table.alone if word in name)
    return frozenset(around | told | set(alone))


@dataclass(frozen=True, slots=True)
class _Table:
    """Functions by whole names, by words within names (教体 tells of two), by words that tell where they stand `alone`,
    and by what stands around a place (`forms`: what stands before it, what behind it, the function); for each its other
    hosts. `any_word` finds the words, the longer first: 交通警察 is not 交通.
    """

    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    any_word: re.Pattern[str]
    alone: tuple[tuple[str, str], ...]
    forms: tuple[tuple[str, str, str], ...]
    hosts: Mapping[str, tuple[str, ...]]
    general: tuple[str, ...]


@cache
def _table() -> _Table:
    parts: dict[str, list[list[str]]] = {"": []}
    name = ""
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            parts.setdefault(name, []).append(line.split())
    words: dict[str, tuple[str, ...]] = {}
    for row in parts["words"]:
        words |= {word: (*words.get(word, ()), row[0]) for word in row[1:]}
    return _Table(
        {each: row[0] for row in parts[""] for each in row},
        words,
        re.compile("|".join(sorted(words, key=len, reverse=True))),
        tuple((word, row[0]) for row in parts["alone"] for word in row[1:]),
        tuple((*_around(each), row[0]) for row in parts["around"] for each in row[1:]),
        {row[0]: tuple(row[1:]) for row in parts["hosts"]},
        tuple(each for row in parts["general"] for each in row),
    )


def _around(written: str) -> tuple[str, str]:
    """What stands before the place and behind it, of 人民银行…行."""
    head, _, tail = written.partition("…")
    return head, tail


def _is_around(head: str, tail: str, unit: str) -> bool:
    """Whether a name has `head` and, behind it, ends with `tail`; regular expressions take minutes over long names."""
    start = unit.find(head)
    return start >= 0 and unit.endswith(tail, start + len(head))
