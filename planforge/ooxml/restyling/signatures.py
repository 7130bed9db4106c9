"""Where a signature and its date are set anew (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.model.pages import SetParagraph
from planforge.ooxml.parts.paragraphs import Layout
from planforge.styles import Style
from planforge.text.signed_lines import signatures, standing, wanted
from planforge.text.widths import width


def signature_places(told: Sequence[SetParagraph], style: Style) -> Mapping[int, Layout | None]:
    """The layout of every line that signs, by its turn; None for one whose place is kept.

    A single organ and its date go to the places of a sealed paper, or of one without a seal where they stand as that
    has them. Several organs, posts beside a 签名章, and lines pushed with tabs stay where they are.
    """
    found: dict[int, Layout | None] = {}
    for signature in signatures(told):
        found |= dict.fromkeys([signature.date, *signature.organs])
        if len(signature.organs) == 1:
            organ, date = signature.organs[0], signature.date
            found[organ], found[date] = _layouts(told[organ], told[date], style)
    return found


def _layouts(organ: SetParagraph, date: SetParagraph, style: Style) -> tuple[Layout | None, Layout | None]:
    now = standing(organ, date)
    if now is None:
        return None, None
    sealed, unsealed = wanted(organ, date)
    to = unsealed if unsealed.is_near(now) else sealed
    return _layout(organ, to.organ, style), _layout(date, to.date, style)


def _layout(line: SetParagraph, right: float, style: Style) -> Layout:
    """So many characters from the right, in one line.

    Blanks typed behind the words count; those before them may reach into the margin, where nobody sees them.
    """
    words, unit = line.text.value, style.body.width
    behind = width(words[len(words.rstrip()) :])
    indent = max(0.0, right - behind)
    over = width(words) + indent - style.page.measure / unit
    return Layout("right", style.line, first=(0, 0), left=-round(max(0.0, over) * unit), right=round(indent * unit))
