"""How many lines a page holds and how many characters a line."""

from __future__ import annotations

from collections import Counter

from planforge.model.pages import Pages, SetParagraph, Sheet

#: A line or character that lacks less than this part of itself still fits: margins have a tolerance, too.
_SPARE = 0.05


def text_of(pages: Pages) -> tuple[SetParagraph, ...]:
    """The paragraphs of the body on upright pages."""
    return tuple(p for p in pages.of("正文", "一级", "二级", "三级", "四级") if not p.sheet.lying)


def body_pitch(pages: Pages) -> int | None:
    """The line pitch of most of the body's text, in twips; None where it depends on the fonts."""
    pitches: Counter[int | None] = Counter()
    for paragraph in text_of(pages):
        pitches[paragraph.pitch] += len(paragraph.text.value)
    return max(pitches, key=lambda pitch: pitches[pitch], default=None)


def lines_on(sheet: Sheet, pitch: int) -> int:
    """The lines that a page holds."""
    return int(sheet.depth / max(1, pitch) + _SPARE)


def characters_on(measure: int, advance: int) -> int:
    """The characters that a line of this width holds."""
    return int(measure / max(1, advance) + _SPARE)
