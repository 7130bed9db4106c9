"""How a Word file is set, resolved: what its styles, theme and lists come to on each paragraph.

Lengths in twips (1/20 pt), sizes in half-points, weights of strokes in eighths of a point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from planforge.model.source import Text

#: Where a paragraph stands in the file.
Stand = Literal["body", "table", "box", "header", "footer"]
#: Which pages a header or footer stands on.
PageKind = Literal["all", "odd", "even", "first"]
#: What a paragraph is in a 公文 (GB/T 9704-2012, 7); empty for what can't be told.
Element = Literal[
    "机关标志",
    "发文字号",
    "密级",
    "标题",
    "主送机关",
    "一级",
    "二级",
    "三级",
    "四级",
    "正文",
    "署名",
    "成文日期",
    "附件字样",
    "版记",
    "页码",
    "",
]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that are set alike. `font` is for Chinese, empty where nothing names one; `colour` empty for black."""

    text: str
    font: str = ""
    size: int = 20
    bold: bool = False
    colour: str = ""
    spacing: int = 0

    @property
    def advance(self) -> int:
        """The width of a full-width character."""
        return self.size * 10 + self.spacing


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line across the page, `width` long (0: as wide as its paragraph)."""

    weight: int
    colour: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a section, its margins and its grid.

    `pitch` is the grid's line pitch (0: no grid); `looser` what the grid adds to every character.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    pitch: int = 0
    looser: int = 0

    @property
    def measure(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """The height of the 版心."""
        return self.height - self.top - self.bottom

    @property
    def lying(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set.

    `head` is how many of its characters are a heading in line with text (all of them where it stands alone). `first` is
    the first line's indent in characters, negative where it hangs. `pitch` is the line pitch, None where it depends on
    the fonts; `between` the blank above and below.
    """

    text: Text
    element: Element
    stretches: tuple[Stretch, ...]
    sheet: Sheet
    stand: Stand = "body"
    align: str = "left"
    first: float = 0.0
    left: int = 0
    right: int = 0
    pitch: int | None = None
    between: int = 0
    stroke: Stroke | None = None
    head: int = 0

    @property
    def main(self) -> Stretch:
        """How most of the paragraph's heading, or of the paragraph, is set."""
        return most_of(self.stretches, self.head or None)


def most_of(stretches: tuple[Stretch, ...], upto: int | None = None) -> Stretch:
    """The look that most of the (first `upto`) characters have; blanks don't count."""
    looks: Counter[Stretch] = Counter()
    for look, words in _looks(stretches, upto):
        looks[look] += len("".join(words.split()))
    return max(looks, key=lambda look: looks[look], default=Stretch(""))


def _looks(stretches: tuple[Stretch, ...], upto: int | None) -> Iterator[tuple[Stretch, str]]:
    place = 0
    for stretch in stretches:
        words = stretch.text if upto is None else stretch.text[: max(0, upto - place)]
        place += len(stretch.text)
        yield Stretch("", stretch.font, stretch.size, stretch.bold, stretch.colour, stretch.spacing), words


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A paragraph with the page's number, the pages it stands on, and whether it reads downwards there.

    `beside` is the blank between the number and the edge of the 版心 that it stands at, None where that can't be told.
    """

    paragraph: SetParagraph
    pages: PageKind
    turned: bool = False
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """All of a file: `paragraphs` in reading order, those of headers first, boxes, tables and empty ones among them.

    `drawn` are lines that are drawn and no borders; `cell_strokes` the level rules of the 版记 where it is a table;
    `typed` words in headers and footers that look like a page's number and are the same on every page; `bare` the kinds
    of pages that have no number in sections where others have one.
    """

    file: str
    paragraphs: tuple[SetParagraph, ...]
    numbers: tuple[PageNumber, ...] = ()
    drawn: tuple[Stroke, ...] = ()
    cell_strokes: tuple[Stroke, ...] = ()
    typed: tuple[str, ...] = ()
    bare: tuple[PageKind, ...] = ()

    @property
    def sheets(self) -> tuple[SetParagraph, ...]:
        """The first paragraph of each section."""
        first: dict[int, SetParagraph] = {}
        for paragraph in self.paragraphs:
            if paragraph.stand == "body":
                first.setdefault(id(paragraph.sheet), paragraph)
        return tuple(first.values())

    def of(self, *elements: Element) -> tuple[SetParagraph, ...]:
        """The paragraphs that are one of these elements."""
        return tuple(p for p in self.paragraphs if p.element in elements)


def is_red(colour: str) -> bool:
    """Whether RRGGBB (or `red`) is a red as headers are printed in."""
    if colour.lower() == "red":
        return True
    try:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    except ValueError:
        return False
    return red >= 150 and green <= 90 and blue <= 90
