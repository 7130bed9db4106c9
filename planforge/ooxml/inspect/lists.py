"""Automatic numbers: which heading level a list level stands for, and how it indents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographTraditional",
        "chineseLegalSimplified",
    }
)


@dataclass(frozen=True, slots=True)
class _Level:
    rank: int
    indent: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lists:
    """The levels of all lists by list and level, as a paragraph names them."""

    levels: Mapping[tuple[str, str], _Level] = field(default_factory=dict)

    def rank(self, number: str, level: str) -> int:
        """The heading level, 1 to 4, that the number of a list level looks like; 0 for another."""
        found = self.levels.get((number, level))
        return found.rank if found else 0

    def indent(self, number: str, level: str) -> Mapping[str, str]:
        """The indents that a list level gives its paragraphs."""
        found = self.levels.get((number, level))
        return found.indent if found else {}


def read(root: _Element | None) -> Lists:
    """The lists that word/numbering.xml defines."""
    if root is None:
        return Lists()
    kinds = {a.get(f"{_W}abstractNumId"): a for a in root.iterfind("w:abstractNum", _NS)}
    found: dict[tuple[str, str], _Level] = {}
    for number in root.iterfind("w:num", _NS):
        reference = number.find("w:abstractNumId", _NS)
        kind = kinds.get(reference.get(f"{_W}val")) if reference is not None else None
        for level in kind.iterfind("w:lvl", _NS) if kind is not None else ():
            found[number.get(f"{_W}numId", ""), level.get(f"{_W}ilvl", "")] = _level(level)
    return Lists(found)


def _level(element: _Element) -> _Level:
    indent = element.find("w:pPr/w:ind", _NS)
    said = indent.attrib.items() if indent is not None else ()
    return _Level(_rank(element), {f"ind.{str(name).rpartition('}')[2]}": str(word) for name, word in said})


def _rank(element: _Element) -> int:
    style, text = _word(element, "w:numFmt"), _word(element, "w:lvlText").strip()
    bracketed = text.startswith(("（", "("))
    if style in _CHINESE:
        return 2 if bracketed else 1
    if style in ("decimal", "") and text.count("%") == 1:
        return 4 if bracketed else 3
    return 0


def _word(element: _Element, path: str) -> str:
    found = element.find(path, _NS)
    return found.get(f"{_W}val", "") if found is not None else ""
