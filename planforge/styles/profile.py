"""What a style profile says: faces, page and measures, in Word's units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["文件", "信函"]


@dataclass(frozen=True, slots=True)
class Face:
    """A font for Chinese, one for digits and Latin letters, a size in half-points, and the space between characters.

    `scale` narrows the characters, in per cent of their width.
    """

    font: str
    size: int
    latin: str
    bold: bool = False
    colour: str = ""
    spacing: int = 0
    scale: int = 100

    @property
    def width(self) -> int:
        """The advance of a full-width character, in twips."""
        return self.size * self.scale // 10 + self.spacing


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips (GB/T 9704-2012, 5.1 and 5.2)."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def measure(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """The height of the 版心."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Style:
    """A style profile. `levels` are the faces of heading levels 1 to 4; those in `run_in` are set in line with text.

    `breakdown` asks for a table of all tasks as an attachment (任务分解表), `contents` for a table of contents of those
    levels; `imprint_even` puts the 版记 on a page with an even number, as 双面印刷 wants it.
    """

    name: str
    summary: str
    page: Page
    form: Form
    with_wenjian: bool
    mark_top: int
    rule: int
    line: int
    title_line: int
    run_in: frozenset[int]
    breakdown: bool
    contents: frozenset[int]
    imprint_even: bool
    body: Face
    title: Face
    levels: tuple[Face, Face, Face, Face]
    mark: Face
    secrecy: Face
    signer: Face
    attachment: Face
    table_head: Face
    table: Face
    imprint: Face
    page_number: Face
