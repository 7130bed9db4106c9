"""Paragraphs in WordprocessingML (ECMA-376, 17.3.1). Lengths in twips."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

Align = Literal["left", "right", "center", "both", "distribute"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line below a paragraph: weight in eighths of a point, colour as RRGGBB, kind as `w:val` names it."""

    weight: int
    colour: str
    kind: str = "single"


class Tab(NamedTuple):
    """A tab stop: how text stands at it (`left`, `right`), how far from the margin, and what fills the way (`dot`)."""

    kind: str
    place: int
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paragraph says of itself beyond its style; None leaves a matter to the style.

    `line` is an exact line height; `first` is the first line's indent in characters and in twips, since Word trusts the
    one and LibreOffice the other; `rule` stands below.
    """

    align: Align | None = None
    line: int | None = None
    first: tuple[float, int] | None = None
    hanging: int | None = None
    left: int | None = None
    right: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    rule: Rule | None = None
    tabs: tuple[Tab, ...] = ()
    outline: int | None = None


PLAIN = Layout()


def paragraph(style: str, runs: str = "", layout: Layout = PLAIN, section: str = "") -> str:
    """A paragraph of the style with this id; `section` is the `w:sectPr` that it closes."""
    return f"<w:p>{properties(style, layout, section)}{runs}</w:p>"


def with_next(paragraph: str) -> str:
    """A paragraph that this module wrote, now kept on the page of the next one."""
    kept = "<w:keepNext/>"
    head, mark, rest = paragraph.partition("/>")
    return paragraph if kept in paragraph else head + mark + kept + rest


def with_line(paragraph: str, line: int) -> str:
    """A paragraph that this module wrote and that leaves its pitch to its style, now `line` twips exactly."""
    head, mark, rest = paragraph.partition("/>")
    return head + mark + _spacing(Layout(line=line)) + rest


@lru_cache(maxsize=512)
def properties(style: str, layout: Layout = PLAIN, section: str = "") -> str:
    """`w:pPr`; the children stand in the order that the schema asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = named + inner_properties(layout) + section
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def inner_properties(layout: Layout, flags: str = "") -> str:
    """The children of `w:pPr` that a layout asks for, `flags` (kinsoku, snapToGrid …) in their place among them."""
    parts = (
        "<w:keepNext/>" if layout.keep_next else "",
        "<w:keepLines/>" if layout.keep_lines else "",
        "<w:pageBreakBefore/>" if layout.page_break else "",
        _rule(layout.rule),
        _tabs(layout.tabs),
        flags,
        _spacing(layout),
        _indent(layout),
        f'<w:jc w:val="{layout.align}"/>' if layout.align else "",
        f'<w:outlineLvl w:val="{layout.outline}"/>' if layout.outline is not None else "",
    )
    return "".join(parts)


def _rule(rule: Rule | None) -> str:
    if rule is None:
        return ""
    look = f'w:val="{rule.kind}" w:sz="{rule.weight}" w:space="0" w:color="{rule.colour}"'
    return f"<w:pBdr><w:bottom {look}/></w:pBdr>"


def _tabs(tabs: tuple[Tab, ...]) -> str:
    stops = "".join(_tab(*tab) for tab in tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _tab(kind: str, place: int, leader: str) -> str:
    filled = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="{kind}"{filled} w:pos="{place}"/>'


def _spacing(layout: Layout) -> str:
    if layout.line is not None:
        return f'<w:spacing w:before="0" w:after="0" w:line="{layout.line}" w:lineRule="exact"/>'
    return ""


def _indent(layout: Layout) -> str:
    """`w:ind`. A paragraph without a first-line indent says so, or LibreOffice adds the grid's two characters."""
    sides = (layout.left, layout.right, layout.first, layout.hanging)
    if all(side is None for side in sides):
        return ""
    if layout.hanging is not None:
        line = f'w:hanging="{layout.hanging}"'
    else:
        characters, width = layout.first or (0, 0)
        line = f'w:firstLineChars="{round(characters * 100)}" w:firstLine="{width}"'
    left = f'w:leftChars="0" w:left="{layout.left or 0}" ' if layout.left is not None else ""
    right = f'w:rightChars="0" w:right="{layout.right or 0}" ' if layout.right is not None else ""
    return f"<w:ind {left}{right}{line}/>"
