"""The text of a Word body: changes accepted, comments and field codes left out, text boxes and tables in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.importers.word.numbering import Numbering
from planforge.importers.word.styles import Styles
from planforge.model import Paragraph, Table, Text
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    f"{_W}{n}" for n in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference", "sectPr")
)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_CONTENTS = re.compile(r"toc\s?\d|table of contents")
_LONGEST_HEADING = 60


@dataclass(slots=True)
class Body:
    """A reader of one body. A paragraph's line is its place among all `w:p` of the part, from 1."""

    file: str
    styles: Styles
    numbering: Numbering
    line: int = 0

    def read(self, container: _Element) -> Iterator[Paragraph]:
        """Paragraphs and tables of a body, cell or text box in reading order."""
        pending: list[Text] = []
        for element in container:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element, pending)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag not in _GONE and not _is_contents(element):
                yield from self.read(_alternative(element))

    def _paragraph(self, element: _Element, pending: list[Text]) -> Iterator[Paragraph]:
        self.line += 1
        line = self.line
        for box in _boxes(element):
            yield from self.read(box)
        properties = element.find("w:pPr", _NS)
        text = Text.at_place(_visible(element), self.file, line)
        if properties is not None and _mark_is_deleted(properties):
            pending.append(text)
            return
        look = self.styles.resolve(properties)
        marker = self._marker(look.list_id, look.list_level) if text.value.strip() else ""
        whole = Text.join([Text(marker, self.file), *pending, text]) if marker or pending else text
        pending.clear()
        if _CONTENTS.match(look.name):
            return
        level = _heading_level(look.outline, whole.value)
        bold = _all_bold(element)
        for part in _lines(whole):
            yield Paragraph(part, level, bool(look.centred), bold, broken=not level and not look.centred)

    def _marker(self, list_id: str | None, level: int | None) -> str:
        return self.numbering.marker(list_id, level or 0) if list_id and list_id != "0" else ""

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        rows = [list(self._cells(row)) for row in table.iterfind(".//w:tr", _NS) if _owner(row) is table]
        grid = _fill_merged(rows)
        if len(grid) <= 1 or max(len(row) for row in grid) <= 1:
            for row in grid:
                for cell in row:
                    yield from (Paragraph(part) for part in _lines(cell))
        else:
            yield Paragraph(table=tuple(tuple(row) for row in grid))

    def _cells(self, row: _Element) -> Iterator[tuple[Text, int, bool]]:
        """Each cell's text, the columns it takes, and whether it goes on from the row above."""
        before = row.find("w:trPr/w:gridBefore", _NS)
        if before is not None:
            yield Text(), _number(before), False
        for cell in row.iterfind(".//w:tc", _NS):
            if _owner(cell) is not _owner(row):
                continue
            span = cell.find("w:tcPr/w:gridSpan", _NS)
            merge = cell.find("w:tcPr/w:vMerge", _NS)
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            yield self._cell_text(cell), _number(span), goes_on

    def _cell_text(self, cell: _Element) -> Text:
        parts = [p.text for p in self.read(cell) if p.table is None and p.text.value.strip()]
        return Text.join(parts, "\n")


def _owner(element: _Element) -> _Element | None:
    """The table that a row or cell belongs to, not one nested in it."""
    return next(element.iterancestors(f"{_W}tbl"), None)


def _number(element: _Element | None) -> int:
    value = element.get(f"{_W}val", "1") if element is not None else "1"
    return min(int(value), 63) if value.isdigit() else 1


def _fill_merged(rows: list[list[tuple[Text, int, bool]]]) -> Table:
    """The cells as a grid: one that spans columns or rows stands in each of its places."""
    grid: list[list[Text]] = []
    for row in rows:
        line: list[Text] = []
        for text, span, goes_on in row:
            above = grid[-1][len(line)] if goes_on and grid and len(line) < len(grid[-1]) else text
            line += [above] * span
        grid.append(line)
    return tuple(tuple(line) for line in grid if line)


def _alternative(element: _Element) -> _Element:
    """Of content in two forms (mc:AlternateContent) the first, so that nothing is read twice."""
    choice = element.find(f"{_MC}Choice")
    return choice if choice is not None else element


def _is_contents(element: _Element) -> bool:
    gallery = element.find("w:sdtPr/w:docPartObj/w:docPartGallery", _NS)
    return gallery is not None and "contents" in gallery.get(f"{_W}val", "").lower()


def _boxes(paragraph: _Element) -> list[_Element]:
    boxes = paragraph.iter(f"{_W}txbxContent")
    outer = [b for b in boxes if not any(a.tag == f"{_MC}Fallback" for a in b.iterancestors(f"{_MC}Fallback"))]
    return [b for b in outer if next(b.iterancestors(f"{_W}p")) is paragraph]


def _visible(element: _Element) -> str:
    """The text of a paragraph as it reads once all changes are accepted."""
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _collect(element: _Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            parts.append(child.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif _is_gone(child):
            continue
        else:
            _collect(_alternative(child), parts)


def _is_gone(element: _Element) -> bool:
    """Deleted, moved away or hidden words, properties, comments, and text boxes, which are paragraphs of their own."""
    if not isinstance(element.tag, str) or element.tag in _GONE or element.tag == f"{_W}txbxContent":
        return True
    return element.tag == f"{_W}r" and element.find("w:rPr/w:vanish", _NS) is not None


def _mark_is_deleted(properties: _Element) -> bool:
    return properties.find("w:rPr/w:del", _NS) is not None or properties.find("w:rPr/w:moveFrom", _NS) is not None


def _heading_level(outline: int | None, value: str) -> int:
    bare = value.strip()
    short = 0 < len(bare) <= _LONGEST_HEADING and bare[-1] not in "。；"
    return outline + 1 if outline is not None and outline < 9 and short else 0


def _all_bold(paragraph: _Element) -> bool:
    runs = [run for run in paragraph.iterfind("w:r", _NS) if run.find("w:t", _NS) is not None]
    return bool(runs) and all(_is_on(run.find("w:rPr/w:b", _NS)) for run in runs)


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "true") not in ("0", "false", "off")


def _lines(text: Text) -> list[Text]:
    """The lines of a paragraph that breaks within itself."""
    parts, start = [], 0
    for match in re.finditer("\n", text.value):
        parts.append(text.slice(start, match.start()))
        start = match.end()
    return [*parts, text.slice(start)]
