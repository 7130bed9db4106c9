"""The text of a Word body: changes accepted, comments and field codes left out, text boxes and tables in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planforge.importers.word.numbering import Numbering
from planforge.importers.word.styles import Look, Styles
from planforge.model import Paragraph, Table, Text
from planforge.ooxml.characters import items, style_names
from planforge.ooxml.characters.locate import FALLBACK, GONE, alternative, visible
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planforge.importers.word.chunks import Chunks

_W = f"{{{MAIN}}}"
_NS = {"w": MAIN}
_CONTENTS = re.compile(r"toc\s?\d|table of contents")
_CONTENTS_TITLE = re.compile(r"目\s*录|目\s*次")
#: Blank lines may stand between 目录 and its entries.
_NEAR = 4
_LONGEST_HEADING = 60
#: Styles of paragraphs that hold a name, which turns over where it is too long for a line.
_OF_NAMES = frozenset({style_names.MARK, style_names.SIGNATURE.lower(), style_names.UNSEALED, style_names.TABLE_NAMES})
_OF_TABLES = frozenset({style_names.TABLE, style_names.TABLE_HEAD, style_names.TABLE_NAMES})
#: The styles of what an item says further, in files that this program set; names are told in small letters.
_OF_ITEM = re.compile(rf"(?:{style_names.ITEM}|(?P<closes>{style_names.CLOSING})) (?P<depth>[1-9])")


@dataclass(slots=True)
class Body:
    """A reader of one body.

    `elements` are the `w:p` read so far; a paragraph's line is its place among them, from 1. `numbered` are the lines
    that begin with an automatic number, whose characters stand nowhere in the file; `contents` those of a table of
    contents, which are left out, or that follow one; `imprint` those set as 版记. `sealed`: no paragraph says that its
    signature goes without a seal. `chunks` reads the files that the body takes in.
    """

    file: str
    styles: Styles
    numbering: Numbering
    chunks: Chunks | None = None
    elements: list[_Element] = field(default_factory=list)
    numbered: set[int] = field(default_factory=set)
    contents: set[int] = field(default_factory=set)
    imprint: set[int] = field(default_factory=set)
    sealed: bool = True

    @property
    def is_own(self) -> bool:
        """Whether this program set the file: it has the styles of items."""
        return any(_OF_ITEM.fullmatch(look.name) for look in self.styles.looks.values())

    def read(self, container: _Element) -> Iterator[Paragraph]:
        """Paragraphs and tables of a body, cell or text box in reading order."""
        pending: list[Text] = []
        for element in container:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element, pending)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag == f"{_W}altChunk":
                yield from self.chunks.read(element, max(len(self.elements), 1)) if self.chunks else ()
            elif _is_contents(element):
                self.contents.add(len(self.elements) + 1)
            elif element.tag not in GONE:
                yield from self.read(alternative(element))

    def _paragraph(self, element: _Element, pending: list[Text]) -> Iterator[Paragraph]:
        self.elements.append(element)
        line = len(self.elements)
        for box in _boxes(element):
            yield from (replace(paragraph, boxed=True) for paragraph in self.read(box))
        properties = element.find("w:pPr", _NS)
        text = Text.at_place(visible(element), self.file, line)
        if properties is not None and _mark_is_deleted(properties):
            pending.append(text)
            return
        look = self.styles.resolve(properties)
        self._note(line, look.name)
        whole = self._numbered(look, pending, text)
        pending.clear()
        if _CONTENTS.match(look.name):
            self.contents.add(line)
        else:
            titled = look.name == style_names.TITLE.lower() and self.is_own
            yield from [_as_title(element, look, whole)] if titled else _as_paragraphs(element, look, whole)

    def _note(self, line: int, style: str) -> None:
        """What a style tells that the words don't."""
        self.sealed = self.sealed and style != style_names.UNSEALED
        if style == style_names.IMPRINT:
            self.imprint.add(line)

    def _numbered(self, look: Look, pending: Sequence[Text], text: Text) -> Text:
        """The words of a paragraph behind its automatic number and those that a deleted mark joins to it."""
        marker = self._marker(look) if text.value.strip() else ""
        if not (marker or pending):
            return text
        whole = Text.join([Text(marker, self.file), *pending, text])
        if marker:
            self.numbered.add(whole.at(0).line)
        return whole

    def heads_contents(self, paragraph: Paragraph) -> bool:
        """Whether it is the 目录 above a table of contents that was left out; without that it heads nothing."""
        line = paragraph.text.at(0).line
        named = _CONTENTS_TITLE.fullmatch(paragraph.text.value.strip()) is not None
        return named and not self.contents.isdisjoint(range(line + 1, line + _NEAR))

    def _marker(self, look: Look) -> str:
        if not look.list_id or look.list_id == "0":
            return ""
        level = look.list_level
        depth = self.numbering.depth_of(look.list_id, look.list_style) if level is None else level
        return self.numbering.marker(look.list_id, depth)

    def _table(self, table: _Element) -> Iterator[Paragraph]:
        own = (row for row in table.iterfind(".//w:tr", _NS) if _owner(row) is table)
        rows = [list(self._cells(row)) for row in own if row.find("w:trPr/w:del", _NS) is None]
        grid = _fill_merged(rows)
        framing = len(grid) <= 1 or max(len(row) for row in grid) <= 1
        if framing and not self._is_listed(table):
            for row in grid:
                for cell in row:
                    yield from (Paragraph(part, boxed=True) for part in _lines(cell))
        else:
            yield Paragraph(table=tuple(tuple(row) for row in grid))

    def _is_listed(self, table: _Element) -> bool:
        """Whether this program set the table as one, be it of a single column or row; others so frame their text."""
        looks = (self.styles.resolve(each.find("w:pPr", _NS)).name for each in table.iter(f"{_W}p"))
        return self.is_own and all(name in _OF_TABLES for name in looks)

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
        return _turned_over(Text.join(parts, "\n"))


def _as_paragraphs(element: _Element, look: Look, whole: Text) -> Iterator[Paragraph]:
    """The lines of a `w:p`, with what its looks and the file itself tell of them."""
    level, told = _heading_level(look.outline, whole.value), _told(element, look.name)
    broken = not (level or look.centred or told.depth)
    common = replace(told, level=level, centred=bool(look.centred), bold=_all_bold(element), broken=broken)
    first, *more = [Text.join(_lines(whole))] if look.name in _OF_NAMES else _lines(whole)
    yield replace(common, text=first, indented=bool(look.indented))
    yield from (replace(common, text=line, heading=None, number="", sign="", plain="") for line in more)


def _as_title(element: _Element, look: Look, whole: Text) -> Paragraph:
    """A title in one line, with the blanks that its author put where it turns over."""
    blanks, shift = items.blanks(element), len(whole) - len(visible(element))
    parts, start = [], 0
    for found in re.finditer("\n", whole.value):
        parts += [whole.slice(start, found.start()), Text(blanks.get(found.start() - shift, ""))]
        start = found.end()
    first = next(_as_paragraphs(element, look, whole))
    return replace(first, text=Text.join([*parts, whole.slice(start)]), titled=True)


def _told(element: _Element, style: str) -> Paragraph:
    """What the file itself tells of a `w:p`, by bookmarks or by the style's name."""
    item, opening, further = items.beginning(element), items.opening(element), _OF_ITEM.fullmatch(style)
    told = Paragraph(sign=opening.sign, plain=opening.plain)
    if item:
        told = replace(told, depth=item.depth, heading=item.heading, number=item.number)
    elif further:
        told = replace(told, depth=int(further["depth"]), closes=bool(further["closes"]))
    return replace(told, targets=items.targets(element)) if told.depth else told


def _turned_over(text: Text) -> Text:
    """A cell's text without line breaks behind 、: there a list goes on."""
    breaks = [match.start() for match in re.finditer("(?<=、)\n", text.value)]
    starts = (0, *(place + 1 for place in breaks))
    return Text.join(text.slice(*part) for part in zip(starts, (*breaks, None), strict=True)) if breaks else text


def _owner(element: _Element) -> _Element | None:
    """The table that a row or cell belongs to, not one nested in it."""
    return next(element.iterancestors(f"{_W}tbl"), None)


def _number(element: _Element | None) -> int:
    value = element.get(f"{_W}val", "1") if element is not None else "1"
    return min(int(value), 63) if re.fullmatch("[0-9]{1,4}", value) else 1


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


def _is_contents(element: _Element) -> bool:
    gallery = element.find("w:sdtPr/w:docPartObj/w:docPartGallery", _NS)
    return gallery is not None and "contents" in gallery.get(f"{_W}val", "").lower()


def _boxes(paragraph: _Element) -> list[_Element]:
    boxes = paragraph.iter(f"{_W}txbxContent")
    outer = [b for b in boxes if not any(a.tag == FALLBACK for a in b.iterancestors(FALLBACK))]
    return [b for b in outer if next(b.iterancestors(f"{_W}p")) is paragraph]


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
