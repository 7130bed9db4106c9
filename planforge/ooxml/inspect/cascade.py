"""Which properties hold in the end: defaults, style on style, list level, the paragraph's and the run's own.

ECMA-376, 17.7.2. Properties are plain words by short names (`size`, `ind.firstLine`), as the file says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from planforge.ooxml.inspect.lists import Lists
from planforge.ooxml.inspect.theme import Theme
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

W = f"{{{MAIN}}}"
NS = {"w": MAIN}
Said = Mapping[str, str]

_DEEPEST = 20
_CONTENTS = re.compile(r"toc\s?\d", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})
_PLAIN = {"sz": "size", "color": "colour", "spacing": "spacing"}
_SWITCHES = {"b": "bold"}
_FIRST_LINE = ("ind.firstLine", "ind.hanging")
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}


class Cascade:
    """The styles of a file."""

    def __init__(self, styles: _Element | None, lists: Lists, theme: Theme) -> None:
        self._theme = theme
        self._lists = lists
        self._styles = {s.get(f"{W}styleId", ""): s for s in _all(styles, "w:style")}
        self._standard = next(
            (
                name
                for name, s in self._styles.items()
                if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )
        self._default_paragraph = of_paragraph(_find(styles, "w:docDefaults/w:pPrDefault/w:pPr"))
        self._default_run = self._of_run(_find(styles, "w:docDefaults/w:rPrDefault/w:rPr"))
        self._known: dict[str, tuple[Said, Said]] = {}

    def paragraph(self, element: _Element) -> tuple[Said, Said]:
        """What holds for a paragraph, and for a run in it that says nothing itself."""
        own = element.find("w:pPr", NS)
        named = value(own, "w:pStyle")
        style, run = self._style(named if named in self._styles else self._standard)
        direct = of_paragraph(own)
        number = {**style, **direct}.get("list", "0")
        level = {**style, **direct}.get("level", "0")
        return _over(_over(style, self._lists.indent(number, level)), direct), run

    def rank(self, element: _Element) -> int:
        """The heading level that a paragraph's automatic number looks like; 0 where it has none, -1 in a 目录."""
        style = self._styles.get(value(element.find("w:pPr", NS), "w:pStyle"))
        if style is not None and _CONTENTS.match(value(style, "w:name")):
            return -1
        said, _ = self.paragraph(element)
        return self._lists.rank(said.get("list", "0"), said.get("level", "0"))

    def run(self, element: _Element, base: Said) -> Said:
        """What holds for a run in a paragraph whose runs have `base`."""
        own = element.find("w:rPr", NS)
        if own is None:
            return base
        named: dict[str, str] = {}
        for style in self._chain(value(own, "w:rStyle")):
            named |= self._of_run(style.find("w:rPr", NS))
        return {**base, **named, **self._of_run(own)}

    def _style(self, name: str) -> tuple[Said, Said]:
        if name not in self._known:
            paragraph, run = dict(self._default_paragraph), dict(self._default_run)
            for style in self._chain(name):
                paragraph = _over(paragraph, of_paragraph(style.find("w:pPr", NS)))
                run |= self._of_run(style.find("w:rPr", NS))
            self._known[name] = paragraph, run
        return self._known[name]

    def _chain(self, name: str) -> list[_Element]:
        """A style and what it is based on, the farthest first."""
        found: list[_Element] = []
        while name in self._styles and self._styles[name] not in found and len(found) < _DEEPEST:
            found.append(self._styles[name])
            name = value(found[-1], "w:basedOn")
        return found[::-1]

    def _of_run(self, properties: _Element | None) -> dict[str, str]:
        """What a `w:rPr` says itself."""
        if properties is None:
            return {}
        found = {name: value(properties, f"w:{tag}") for tag, name in _PLAIN.items()}
        found |= {name: _switch(properties.find(f"w:{tag}", NS)) for tag, name in _SWITCHES.items()}
        fonts = properties.find("w:rFonts", NS)
        if fonts is not None:
            theme = self._theme.font(fonts.get(f"{W}eastAsiaTheme", ""))
            found["font"] = theme or fonts.get(f"{W}eastAsia", "")
        return {name: word for name, word in found.items() if word}


def _over(below: Said, above: Said) -> dict[str, str]:
    """What two levels say together: a first line and a hanging indent are one property, the upper level's."""
    gone = {name for name in below if name.startswith(_FIRST_LINE)} if any(map(_is_first_line, above)) else set()
    return {**{name: word for name, word in below.items() if name not in gone}, **above}


def _is_first_line(name: str) -> bool:
    return name.startswith(_FIRST_LINE)


def of_paragraph(properties: _Element | None) -> dict[str, str]:
    """What a `w:pPr` says itself."""
    if properties is None:
        return {}
    found = {
        "align": value(properties, "w:jc"),
        "snap": _switch(properties.find("w:snapToGrid", NS)),
        "list": value(properties, "w:numPr/w:numId"),
        "level": value(properties, "w:numPr/w:ilvl"),
        "outline": value(properties, "w:outlineLvl"),
        **dict(_attributes(properties.find("w:ind", NS), "ind")),
        **dict(_attributes(properties.find("w:spacing", NS), "spacing")),
        **dict(_attributes(properties.find("w:pBdr/w:bottom", NS), "below")),
        **dict(_attributes(properties.find("w:pBdr/w:top", NS), "above")),
        **dict(_attributes(properties.find("w:framePr", NS), "frame")),
    }
    return {name: word for name, word in found.items() if word}


def value(element: _Element | None, path: str) -> str:
    """The `w:val` at a path; empty where there is none."""
    found = element.find(path, NS) if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def _attributes(element: _Element | None, prefix: str) -> Iterator[tuple[str, str]]:
    for name, word in element.attrib.items() if element is not None else ():
        local = str(name).rpartition("}")[2]
        yield f"{prefix}.{_SIDES.get(local, local)}", str(word)


def _switch(element: _Element | None) -> str:
    if element is None:
        return ""
    return "off" if element.get(f"{W}val", "true") in _OFF else "on"


def _find(element: _Element | None, path: str) -> _Element | None:
    return element.find(path, NS) if element is not None else None


def _all(element: _Element | None, path: str) -> list[_Element]:
    return element.findall(path, NS) if element is not None else []
