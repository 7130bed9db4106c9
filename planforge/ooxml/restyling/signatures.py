"""Where a signature and its date are set anew (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from planforge.model.pages import SetParagraph
from planforge.ooxml.parts.paragraphs import Layout
from planforge.styles import Style
from planforge.text import signing
from planforge.text.widths import width


def signature_places(told: Sequence[SetParagraph], style: Style) -> Mapping[int, Layout | None]:
    """The layout of every line that signs, by its turn; None for one whose place is kept.

    A single organ and its date go to the places of a sealed paper, or of one without a seal where they stand as that
    has them. Several organs, posts beside a 签名章, and lines pushed with tabs stay where they are.
    """
    found: dict[int, Layout | None] = {}
    for turn, date in enumerate(told):
        if date.element != "成文日期":
            continue
        above = (place for place in reversed(range(turn)) if told[place].text.value.strip())
        names = list(takewhile(lambda place: told[place].element == "署名", above))
        found |= dict.fromkeys([turn, *names])
        if len(names) == 1 and signing.is_organ(told[names[0]]):
            found |= dict(zip((names[0], turn), _layouts(told[names[0]], date, style), strict=True))
    return found


def _layouts(organ: SetParagraph, date: SetParagraph, style: Style) -> tuple[Layout | None, Layout | None]:
    now = signing.right_of(organ), signing.right_of(date)
    if now[0] is None or now[1] is None:
        return None, None
    widths = signing.width_of(organ), signing.width_of(date)
    unsealed = signing.unsealed(*widths)
    wanted = unsealed if unsealed.is_near(now[0], now[1]) else signing.sealed(*widths)
    return _layout(organ, wanted.organ, style), _layout(date, wanted.date, style)


def _layout(line: SetParagraph, right: float, style: Style) -> Layout:
    """So many characters from the right, in one line.

    Blanks typed behind the words count; those before them may reach into the margin, where nobody sees them.
    """
    words, unit = line.text.value, style.body.width
    behind = width(words[len(words.rstrip()) :])
    indent = max(0.0, right - behind)
    over = width(words) + indent - style.page.measure / unit
    return Layout("right", style.line, first=(0, 0), left=-round(max(0.0, over) * unit), right=round(indent * unit))
