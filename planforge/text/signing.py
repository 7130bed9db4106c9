"""Where a signature stands beside its date (GB/T 9704-2012, 7.3.5): distances from the right edge, in characters."""

from __future__ import annotations

from typing import NamedTuple

from planforge.model.pages import SetParagraph
from planforge.text.units import looks_like_unit
from planforge.text.widths import width

#: The date with a seal upon it, and an organ without one, are so far from the right edge.
_SEALED, _UNSEALED = 4.0, 2.0
#: Without a seal the date starts so far right of where the organ starts.
_DATE_STARTS = 2.0
#: So many characters off, a line still looks as it should.
_OFF = 0.75


class Standing(NamedTuple):
    """How far from the right edge the organ and the date end."""

    organ: float
    date: float

    def is_near(self, organ: float, date: float) -> bool:
        """Whether two lines that end there look as if they stood here."""
        return abs(organ - self.organ) <= _OFF and abs(date - self.date) <= _OFF


def sealed(organ: float, date: float) -> Standing:
    """The date four characters from the right and the organ centred over it (7.3.5.1), by their widths.

    An organ too long for that moves the date along.
    """
    overhang = (organ - date) / 2
    right = max(_SEALED, overhang)
    return Standing(max(0.0, right - overhang), right)


def unsealed(organ: float, date: float) -> Standing:
    """The organ two characters from the right; the date starts two characters right of the organ's start (7.3.5.2).

    Where that would bring the date nearer than two characters to the edge, the organ moves left.
    """
    right = _UNSEALED + max(0.0, _DATE_STARTS - (organ - date))
    return Standing(right, right + organ - _DATE_STARTS - date)


def right_of(paragraph: SetParagraph) -> float | None:
    """How far from the right edge a line's words end, in its characters; None where that can't be told."""
    words, unit = paragraph.text.value, paragraph.main.advance
    behind = width(words[len(words.rstrip()) :])
    if "\t" in words or "\n" in words:
        return None
    if paragraph.align == "right":
        return paragraph.right / unit + behind
    free = (paragraph.sheet.measure - paragraph.left - paragraph.right) / unit - width(words) - paragraph.first
    if paragraph.align == "center":
        return paragraph.right / unit + free / 2 + behind
    return paragraph.right / unit + free + behind if paragraph.align in ("left", "both") else None


def width_of(paragraph: SetParagraph) -> float:
    """The width of a line's words without the blanks around them."""
    return width(paragraph.text.value.strip())


def is_organ(paragraph: SetParagraph) -> bool:
    """Whether a line is the name of one organ: no post beside room for a 签名章, no organs side by side."""
    words = paragraph.text.value.strip()
    return len(words.split()) == 1 and looks_like_unit(words)
