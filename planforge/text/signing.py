"""Where a signature stands beside its date (GB/T 9704-2012, 7.3.5): distances from the right edge, in characters."""

from __future__ import annotations

from typing import NamedTuple

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

    def is_near(self, other: Standing) -> bool:
        """Whether lines that stand there look as if they stood here."""
        return abs(other.organ - self.organ) <= _OFF and abs(other.date - self.date) <= _OFF


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
