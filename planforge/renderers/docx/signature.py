"""Signature, date and 附注 (GB/T 9704-2012, 7.3.5 and 7.3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planforge.model import Document
from planforge.ooxml import stylesheet
from planforge.ooxml.paragraphs import Layout, paragraph
from planforge.ooxml.runs import run
from planforge.renderers._wording import BLANK_NAME, date
from planforge.renderers.docx.widths import width
from planforge.styles import Style

#: Organs side by side in one line, at most (7.3.5.1: 每排最多排3个).
_ABREAST = 3
_BETWEEN = 2


def signature(document: Document, style: Style) -> list[str]:
    """One blank line, the organs, the date and the note, as paragraphs that stay together."""
    organs, right = _organs(document, style)
    return [
        paragraph(stylesheet.SIGNATURE, "", Layout(keep_next=True)),
        *(_line(words, distance, style) for words, distance in organs),
        paragraph(stylesheet.DATE, run(date(document.issued), style.body), Layout(right=_twips(right, style))),
        *_note(document.header.note, style),
    ]


def lines(document: Document, style: Style) -> int:
    """How many lines the signature takes, the blank one before it included."""
    organs, _ = _organs(document, style)
    return 1 + len(organs) + 1 + bool(document.header.note)


def _organs(document: Document, style: Style) -> tuple[list[tuple[str, float]], float]:
    names = [issuer.value for issuer in document.issuers if issuer.value] or [BLANK_NAME]
    day = date(document.issued)
    return _sealed(names, day, style) if document.header.sealed else _unsealed(names, day)


def _sealed(names: Sequence[str], day: str, style: Style) -> tuple[list[tuple[str, float]], float]:
    """The lines of organs and the date, each with its distance from the right in characters.

    The date stands four characters from the right and a single organ is centred over it; an organ too long for that
    moves the date along. Several organs stand side by side, two characters from the right.
    """
    if len(names) > 1:
        return [(row, 2.0) for row in _rows(names, style)], 4.0
    overhang = (width(names[0]) - width(day)) / 2
    right = max(4.0, overhang)
    return [(names[0], max(0.0, right - overhang))], right


def _unsealed(names: Sequence[str], day: str) -> tuple[list[tuple[str, float]], float]:
    """The organs one below the other, two characters from the right; the date starts two characters right of the organ.

    Where the date is the longer one, it stands two characters from the right and the organ moves left (7.3.5.2).
    """
    first = width(names[0])
    right = first - width(day)
    shift = max(0.0, 2.0 - right)
    return [(name, 2.0 + shift) for name in names], right + shift


def _rows(names: Sequence[str], style: Style) -> Iterable[str]:
    """Organs in lines of up to three that fit."""
    most = style.page.measure / style.body.width - 2
    row: list[str] = []
    for name in names:
        if row and (len(row) == _ABREAST or width("".join((*row, name))) + _BETWEEN * len(row) > most):
            yield ("　" * _BETWEEN).join(row)
            row = []
        row.append(name)
    yield ("　" * _BETWEEN).join(row)


def _line(words: str, right: float, style: Style) -> str:
    return paragraph(stylesheet.SIGNATURE, run(words, style.body), Layout(right=_twips(right, style), keep_next=True))


def _twips(characters: float, style: Style) -> int:
    return round(characters * style.body.width)


def _note(note: str, style: Style) -> list[str]:
    if not note:
        return []
    return [paragraph(stylesheet.BODY, run(f"（{note.strip('（）()')}）", style.body))]
