"""The head of a 公文: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red rule (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.model import Document
from planforge.ooxml.parts import runs, stylesheet
from planforge.ooxml.parts.paragraphs import Layout, Rule, Tab, paragraph
from planforge.ooxml.parts.runs import run
from planforge.ooxml.parts.tables import Cell, Row, table
from planforge.renderers._wording import BLANK_NAME, BLANK_NUMBER
from planforge.renderers.docx.measuring import shapes
from planforge.renderers.docx.measuring.widths import needed
from planforge.styles import Face, Style
from planforge.text.widths import width

_WENJIAN = "文件"
#: The mark keeps this part of the 版心's width, so that it doesn't touch its edges.
_SHARE = 0.96
#: In joint issuing: the width of 文件 with the blank before it, and what a line needs to spare, in characters.
_BESIDE, _SLACK = 2.6, 0.1
#: The mark is never smaller than the text, in half-points.
_SMALLEST = 32
#: Below this size (half-points) the characters of a long name are narrowed instead, to this part of their width (%).
_NARROWED, _NARROWEST = 64, 55
#: Line height of the mark, in font sizes; LibreOffice and Word put the baseline at four fifths of an exact line.
_PITCH = 1.2
BASELINE = 0.8
#: Height of ink above the baseline in a 小标宋, in font sizes.
INK = 0.77
#: From the foot of the number's characters to the red rule: 4 mm (7.2.7), in twips.
_RULE_DISTANCE = 227
_EM_FOOT = 0.12


def opening(document: Document, style: Style, room: int, line: int) -> list[str]:
    """All that stands above the title, two blank lines included.

    `room` is what the mark may take of page 1, `line` the height of the lines below the mark, in twips.
    """
    names = _names(document, style)
    face = _fitted(names, style, room)
    mark = _joint(names, face, style) if len(names) > 1 else _single(names[0], face)
    blank = [paragraph(stylesheet.SPACER, "", Layout(line=line))] * 2
    return [*_above(document, style, _offset(face)), mark, *blank, *_number(document, style, line), *blank]


def height(document: Document, style: Style, line: int) -> int:
    """What the head takes besides the mark's own lines, in twips, from the top of the 版心 to the title."""
    number = max(1, len(_pairs(document.header.signers)))
    rule = _below_number(style, line) + style.rule * 20 // 8
    return style.mark_top + (number + 4) * line + rule


def mark_height(document: Document, style: Style, room: int) -> int:
    """What the mark's own lines take, in twips; the ink's distance from the line's top belongs to the 35 mm above."""
    names = _names(document, style)
    face = _fitted(names, style, room)
    return _count(names) * _pitch(face) - _offset(face)


def mark_size(document: Document, style: Style, room: int) -> int:
    """The size of the mark in that room, in half-points."""
    return _fitted(_names(document, style), style, room).size


def rooms(document: Document, style: Style) -> Iterator[tuple[int, int]]:
    """Every size that the mark may have, and what its lines then take, in half-points and twips."""
    names = _names(document, style)
    for tallest in range(_SMALLEST, style.mark.size + 1):
        room = round(_count(names) * tallest * 10 * _PITCH)
        yield _fitted(names, style, room).size, room


def in_lines(name: str, style: Style, beside: float = 0.0) -> list[str]:
    """The lines of a name: several where one would be smaller than the title even in the narrowest characters.

    `beside` is what stands next to it, in characters.
    """
    smallest = min(style.title.size, style.mark.size) * _NARROWEST / 100
    most = style.page.measure * _SHARE / 10 / smallest - beside - _SLACK
    if needed(name) <= most:
        return [name]
    return shapes.lines(name, most * width(name) / needed(name))


def _names(document: Document, style: Style) -> list[list[str]]:
    """The lines of every organ's name, with 文件 behind that of a single one."""
    names = [issuer.value for issuer in document.issuers if issuer.value] or [BLANK_NAME]
    if len(names) > 1:
        return [in_lines(name, style, _beside(names, style)) for name in names]
    return [in_lines(names[0] + (_WENJIAN if style.with_wenjian else ""), style)]


def _beside(names: Sequence[object], style: Style) -> float:
    """What 文件 takes beside the names of a joint document, in characters."""
    return _BESIDE if style.with_wenjian and len(names) > 1 else 0.0


def _count(names: Sequence[Sequence[str]]) -> int:
    return sum(map(len, names))


def _above(document: Document, style: Style, offset: int) -> list[str]:
    """The lines at the top left, and what is left of the 35 mm above the mark; `offset` lies inside its first line."""
    said = document.header
    faces = ((said.copy_number, style.body), (said.secrecy, style.secrecy), (said.urgency, style.secrecy))
    lines = [paragraph(stylesheet.SPACER, run(text, face)) for text, face in faces if text]
    rest = style.mark_top - offset - len(lines) * style.line
    return [*lines, paragraph(stylesheet.SPACER, "", Layout(line=max(20, rest)))]


def _single(lines: Sequence[str], face: Face) -> str:
    return paragraph(stylesheet.MARK, run("\n".join(lines), face), Layout(line=_pitch(face)))


def _joint(names: Sequence[Sequence[str]], face: Face, style: Style) -> str:
    """Several organs: the 主办机关 first, all spread to one width, 文件 to their right (7.2.4)."""
    columns = [round((_widest(names) + _SLACK) * face.width)]
    if style.with_wenjian:
        columns.append(round(_BESIDE * face.width))
    rows = [Row(tuple(_cells(name, i, face, style)), height=_pitch(face) * len(name)) for i, name in enumerate(names)]
    return table(columns, rows, centred=True)


def _widest(names: Sequence[Sequence[str]]) -> float:
    return max(needed(line) for lines in names for line in lines)


def _cells(name: Sequence[str], row: int, face: Face, style: Style) -> list[Cell]:
    line = Layout(align="distribute", line=_pitch(face))
    cells = [Cell(paragraph(stylesheet.MARK, run("\n".join(name), face), line))]
    if style.with_wenjian:
        words = run(_WENJIAN, face) if row == 0 else ""
        beside = paragraph(stylesheet.MARK, words, Layout(align="right", line=_pitch(face)))
        cells.append(Cell(beside, middle=True, merge="continue" if row else "restart"))
    return cells


def _fitted(names: Sequence[Sequence[str]], style: Style, room: int) -> Face:
    """The mark's face, as large as the profile allows and the page holds."""
    characters = _widest(names) + _SLACK + _beside(names, style)
    return fitted(style, characters, room / _count(names) / _PITCH / 10)


def fitted(style: Style, characters: float, tallest: float) -> Face:
    """The mark's face for a line of that many characters, no taller than `tallest` half-points.

    A long name is set narrow before it is set small: 标志要醒目.
    """
    across = style.page.measure * _SHARE / max(1.0, characters) / 10
    size = min(style.mark.size, max(tallest, _SMALLEST), max(across, _NARROWED))
    scale = min(100, max(_NARROWEST, int(100 * across / size)))
    return replace(style.mark, size=max(2, int(min(size, 100 * across / scale))), scale=scale)


def _pitch(face: Face) -> int:
    return round(face.size * 10 * _PITCH)


def _offset(face: Face) -> int:
    return round(face.size * 10 * (_PITCH * BASELINE - INK))


def _number(document: Document, style: Style, line: int) -> list[str]:
    """The number, with the 签发人 beside it in a document that goes up (7.2.5, 7.2.6), and the rule below (7.2.7)."""
    number = document.doc_number.value or BLANK_NUMBER
    signers = document.header.signers
    alone = paragraph(stylesheet.NUMBER, run(number, style.body), Layout(line=line))
    lines = _with_signers(number, signers, style, line) if signers else [alone]
    rule = Layout(line=_below_number(style, line), rule=Rule(style.rule, style.mark.colour))
    return [*lines, paragraph(stylesheet.SPACER, "", rule)]


def _below_number(style: Style, line: int) -> int:
    """The height from the number's line to the rule: the line's own foot is part of the 4 mm."""
    inside = line * (1 - BASELINE) - style.body.size * 10 * _EM_FOOT
    return round(_RULE_DISTANCE - inside)


def _with_signers(number: str, signers: Sequence[str], style: Style, line: int) -> list[str]:
    """Two signers a line, the number on the last line, one character in."""
    unit = style.body.width
    pairs = _pairs(signers)
    widest = max(sum(width(name) + 1 for name in pair) for pair in pairs)
    stop = round(style.page.measure - (widest + 4) * unit)
    layout = Layout(align="left", line=line, left=unit, tabs=(Tab("left", stop),))
    return [
        paragraph(
            stylesheet.NUMBER,
            run(number if i == len(pairs) - 1 else "", style.body)
            + runs.tab(style.body)
            + run("签发人：" if i == 0 else "　　　　", style.body)
            + run("　".join(pair), style.signer),
            layout,
        )
        for i, pair in enumerate(pairs)
    ]


def _pairs(signers: Sequence[str]) -> list[Sequence[str]]:
    return [signers[i : i + 2] for i in range(0, len(signers), 2)]
