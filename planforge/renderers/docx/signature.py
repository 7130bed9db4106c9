"""Signature, date and 附注 (GB/T 9704-2012, 7.3.5 and 7.3.6)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planforge.model import Document
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import BLANK_NAME, date
from planforge.renderers.docx.measuring import shapes
from planforge.styles import Style
from planforge.styles.lengths import twips
from planforge.text import signing
from planforge.text.widths import width

#: Organs side by side in one line, at most (7.3.5.1: 每排最多排3个).
_ABREAST = 3
_BETWEEN = 2
#: Seals are 42 to 45 mm across, and touch no other (7.3.5.1); in twips.
_SEAL = twips("46mm")
#: A 签名章 stands so many characters from the right and is about so wide.
_STAMP_RIGHT, _STAMP = 4.0, 6.0
#: What lines that are centred upon each other have free on both sides, so that none turns over.
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words, and how far from the right edge (or, where `left` is given, from the left) they stand, in characters.

    Those of several lines are centred upon each other.
    """

    words: str
    right: float = 0.0
    left: float | None = None


def signature(document: Document, style: Style, line: int) -> list[str]:
    """A blank line, organs or posts, the date, the note: paragraphs that stay together, `line` twips apart."""
    *organs, day = _lines(document, style)
    name = stylesheet.SIGNATURE if document.header.sealed else stylesheet.UNSEALED
    return [
        paragraph(name, "", Layout(line=line, keep_next=True)),
        *(_set(organ, name, style, Layout(line=line, keep_next=True)) for organ in organs),
        _set(day, stylesheet.DATE, style, Layout(line=line)),
        *_note(document.header.note, style, line),
    ]


def lines(document: Document, style: Style) -> int:
    """How many lines the signature takes, the blank one before it included."""
    taken = sum(placed.words.count("\n") + 1 for placed in _lines(document, style))
    return 1 + taken + bool(document.header.note)


def _lines(document: Document, style: Style) -> list[_Placed]:
    """The organs' lines, and the date's as the last."""
    across = style.page.measure / style.body.width
    names = [_in_lines(issuer.value, across) for issuer in document.issuers if issuer.value] or [BLANK_NAME]
    day = date(document.issued)
    if document.header.posts:
        return _stamped(document.header.posts, day)
    return _sealed(names, day, style) if document.header.sealed else _unsealed(names, day, across)


def _sealed(names: Sequence[str], day: str, style: Style) -> list[_Placed]:
    """The date four characters from the right and a single organ centred over it (7.3.5.1).

    An organ too long for that moves the date along. Several organs stand side by side, two characters from the right,
    and their rows as far apart as the seals need.
    """
    if len(names) > 1:
        return _joint(names, day, style)
    standing = signing.sealed(_span(names[0]), width(day))
    return [_Placed(names[0], standing.organ), _Placed(day, standing.date)]


def _joint(names: Sequence[str], day: str, style: Style) -> list[_Placed]:
    """Rows of organs so far apart, and in these the organs, that no seal touches another (7.3.5.1)."""
    across, seal = style.page.measure / style.body.width, _SEAL / style.body.width
    blank = [_Placed("")] * (math.ceil(_SEAL / style.line) - 1)
    rows = _rows(names, across, seal)
    first, *others = (_Placed(_abreast(row, seal), _right(row[-1], seal)) for row in rows)
    return [first, *(placed for row in others for placed in (*blank, row)), _Placed(day, 4.0)]


def _stamped(posts: Sequence[str], day: str) -> list[_Placed]:
    """The signers' posts, each beside the room for a 签名章 four characters from the right, and the date (7.3.5.3).

    Two blank lines above in all, one between: a 签名章 is higher than a line.
    """
    beside = _STAMP_RIGHT + _STAMP + _BETWEEN
    lines = [placed for post in posts for placed in (_Placed(""), _Placed(post, beside))]
    return [*lines, _Placed(""), _Placed(day, _STAMP_RIGHT)]


def _unsealed(names: Sequence[str], day: str, across: float) -> list[_Placed]:
    """The organs one below the other, two characters from the right; the date starts two characters right of the first.

    Where that would bring the date nearer than two characters to the edge, the organs move left (7.3.5.2).
    """
    right = signing.unsealed(_span(names[0]), width(day)).organ
    start = across - right - (_span(names[0]) + width(names[0].partition("\n")[0])) / 2
    return [*(_Placed(name, right) for name in names), _Placed(day, left=max(0.0, start + 2.0))]


def _in_lines(name: str, across: float) -> str:
    """A name that one line doesn't hold, in lines that tear no word."""
    return name if width(name) <= across - _BETWEEN else "\n".join(shapes.lines(name, across - 2 * _BETWEEN))


def _span(words: str) -> float:
    """The width of the longest of the lines, in characters."""
    return max(map(width, words.split("\n")))


def _rows(names: Sequence[str], across: float, seal: float) -> Iterator[Sequence[str]]:
    """Organs in rows of up to three that fit, seals and all; one of several lines stands alone."""
    row: list[str] = []
    for name in names:
        longer = [*row, name]
        broken = any("\n" in each for each in longer)
        if row and (broken or len(row) == _ABREAST or _taken(longer, seal) > across):
            yield row
            longer = [name]
        row = longer
    yield row


def _taken(row: Sequence[str], seal: float) -> float:
    """The width of a row, with what the outer seals are wider than their names."""
    return max(0.0, (seal - width(row[0])) / 2) + width(_abreast(row, seal)) + _right(row[-1], seal)


def _right(name: str, seal: float) -> float:
    """How far from the right the last name of a row stands: two characters, or as far as its seal needs."""
    return max(float(_BETWEEN), (seal - _span(name)) / 2)


def _abreast(row: Sequence[str], seal: float) -> str:
    """Names in one line, at least two characters and at least a seal from middle to middle apart."""
    words = row[0]
    for before, name in pairwise(row):
        words += "　" * max(_BETWEEN, math.ceil(seal - (width(before) + width(name)) / 2)) + name
    return words


def _set(placed: _Placed, name: str, style: Style, layout: Layout) -> str:
    def wide(characters: float) -> int:
        return round(characters * style.body.width)

    if "\n" in placed.words:
        beside = style.page.measure / style.body.width - placed.right - _span(placed.words)
        left, right = (wide(max(0.0, side - _SLACK)) for side in (beside, placed.right))
        layout = replace(layout, align="center", left=left, right=right)
    elif placed.left is not None:
        layout = replace(layout, align="left", left=wide(placed.left))
    else:
        layout = replace(layout, right=wide(placed.right))
    return paragraph(name, run(placed.words, style.body), layout)


def _note(note: str, style: Style, line: int) -> list[str]:
    words = note.strip("（）()")
    return [paragraph(stylesheet.BODY, run(f"（{words}）", style.body), Layout(line=line))] if words else []
