"""Automatic numbers as Word prints them (ECMA-376, 17.9): lists and levels into markers such as 一、 and （一）."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN
from planforge.text.numerals import chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_WHOLE = re.compile("[0-9]{1,9}")
#: LibreOffice writes the 、 of a level as ? into RTF; no list is numbered 一?
_LOST_STOP = re.compile(r"(?<=[1-9])\?$")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `text` has %1 … %9 for the numbers of the levels."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    styled: dict[str, dict[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def depth_of(self, number_id: str, style: str) -> int:
        """The level that a list gives to paragraphs of a style which names no level itself (17.9.23); 0 without one."""
        return self.styled.get(self.list_of.get(number_id, "").partition("/")[0], {}).get(style, 0)

    def marker(self, number_id: str, depth: int) -> str:
        """The marker of the next paragraph of a list at a level (from 0); empty for bullets and unknown lists."""
        abstract = self.list_of.get(number_id, "")
        levels = self.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._advance(number_id, abstract, depth, levels)
        if level.format in ("bullet", "none"):
            return ""
        return _PLACEHOLDER.sub(
            lambda match: self._number(int(match[1]) - 1, level, levels, counts), level.text
        ).strip()

    def _advance(self, number_id: str, abstract: str, depth: int, levels: dict[int, Level]) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        override = self.overrides.get(number_id, {}).get(depth)
        if override is not None and (number_id, depth) not in self._begun:
            counts[depth] = override
        else:
            before = counts[depth]
            counts[depth] = levels[depth].start if before is None else before + 1
        self._begun.add((number_id, depth))
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and depth < restart):
                counts[deeper] = None
        return counts

    @staticmethod
    def _number(depth: int, level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
        own = levels.get(depth, Level())
        count = counts[depth] if counts[depth] is not None else own.start
        return format_number(count or 0, "decimal" if level.legal else own.format)


def read(root: _Element | None) -> Numbering:
    """The lists that word/numbering.xml defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = list(root.iterfind("w:abstractNum", _NS))
    for abstract in abstracts:
        name, found = _name(abstract), list(abstract.iterfind("w:lvl", _NS))
        numbering.levels[name] = {_depth(level): _level(level) for level in found}
        numbering.styled[name] = {style: _depth(level) for level in found if (style := _value(level, "w:pStyle"))}
    styles = {style: _name(abstract) for abstract in abstracts if (style := _value(abstract, "w:styleLink"))}
    links = {_name(abstract): styles.get(_value(abstract, "w:numStyleLink"), "") for abstract in abstracts}
    for number in root.iterfind("w:num", _NS):
        abstract_id = _value(number, "w:abstractNumId")
        _read_number(number, links.get(abstract_id) or abstract_id, numbering)
    return numbering


def _read_number(number: _Element, abstract: str, numbering: Numbering) -> None:
    """One list of the kind `abstract`, with what it changes in that; a list style's list is of the style's kind."""
    number_id = number.get(f"{_W}numId", "")
    changes = {_depth(o): o for o in number.iterfind("w:lvlOverride", _NS)}
    own = {depth: _level(level) for depth, o in changes.items() if (level := o.find("w:lvl", _NS)) is not None}
    starts = {depth: _number(o, "w:startOverride") for depth, o in changes.items()}
    if own:
        numbering.levels[f"{abstract}/{number_id}"] = {**numbering.levels.get(abstract, {}), **own}
        abstract = f"{abstract}/{number_id}"
    numbering.list_of[number_id] = abstract
    numbering.overrides[number_id] = {depth: start for depth, start in starts.items() if start is not None}


def _name(abstract: _Element) -> str:
    return abstract.get(f"{_W}abstractNumId", "")


def _level(element: _Element) -> Level:
    start = _number(element, "w:start")
    return Level(
        _value(element, "w:numFmt") or "decimal",
        _LOST_STOP.sub("、", _value(element, "w:lvlText")),
        1 if start is None else start,
        _number(element, "w:lvlRestart"),
        element.find("w:isLgl", _NS) is not None,
    )


def _depth(element: _Element) -> int:
    depth = element.get(f"{_W}ilvl", "0")
    return min(int(depth), _LEVELS - 1) if _WHOLE.fullmatch(depth) else 0


def _number(element: _Element, path: str) -> int | None:
    value = _value(element, path)
    return int(value) if _WHOLE.fullmatch(value) else None


def _value(element: _Element, path: str) -> str:
    found = element.find(path, _NS)
    return found.get(f"{_W}val", "") if found is not None else ""


def format_number(number: int, style: str) -> str:
    """A number in one of Word's formats (ST_NumberFormat); formats without use in Chinese documents are decimal."""
    formatter = _FORMATS.get(style)
    return formatter(number) if formatter and number > 0 else str(number)


def _sign(first: str, most: int) -> Callable[[int], str]:
    return lambda n: chr(ord(first) + n - 1) if n <= most else str(n)


def _chinese(number: int) -> str:
    return chinese(number) if number <= 9999 else str(number)


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _stem(number: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10]


def _roman(number: int) -> str:
    steps = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    result = ""
    for value, sign in steps if number < 90 else ():
        count, number = divmod(number, value)
        result += sign * count
    return result or str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"), _chinese),
    **dict.fromkeys(("taiwaneseCountingThousand", "koreanCounting", "chineseLegalSimplified"), _chinese),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _sign("①", 20)),
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "decimalZero": lambda n: f"{n:02d}",
    "ideographTraditional": _stem,
    "upperLetter": _sign("A", 26),
    "lowerLetter": _sign("a", 26),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
}
