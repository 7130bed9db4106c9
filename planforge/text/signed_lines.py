"""The lines that sign a paper as a file has them: which they are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from planforge.model.pages import SetParagraph
from planforge.text import signing
from planforge.text.signing import Standing
from planforge.text.units import looks_like_unit
from planforge.text.widths import width


class Signature(NamedTuple):
    """Lines by their turn in the paper: those of the organs, the lowest first, and that of the date below them."""

    organs: tuple[int, ...]
    date: int


def signatures(lines: Sequence[SetParagraph]) -> Iterator[Signature]:
    """All signatures of a paper."""
    for turn, line in enumerate(lines):
        if line.element == "成文日期":
            above = (place for place in reversed(range(turn)) if lines[place].text.value.strip())
            yield Signature(tuple(takewhile(lambda place: lines[place].element == "署名", above)), turn)


def standing(organ: SetParagraph, date: SetParagraph) -> Standing | None:
    """Where a single organ and its date stand; None where that can't be told.

    None, too, for a post beside room for a 签名章, and for organs side by side.
    """
    words = organ.text.value.split()
    right = _right_of(organ), _right_of(date)
    if len(words) != 1 or not looks_like_unit(words[0]) or right[0] is None or right[1] is None:
        return None
    return Standing(right[0], right[1])


def wanted(organ: SetParagraph, date: SetParagraph) -> tuple[Standing, Standing]:
    """Where the standard wants them: with a seal, and without one."""
    widths = width(organ.text.value.strip()), width(date.text.value.strip())
    return signing.sealed(*widths), signing.unsealed(*widths)


def _right_of(line: SetParagraph) -> float | None:
    """How far from the right edge a line's words end, in its characters; None where that can't be told."""
    words, unit = line.text.value, line.main.advance
    behind = width(words[len(words.rstrip()) :])
    if "\t" in words or "\n" in words:
        return None
    if line.align == "right":
        return line.right / unit + behind
    free = (line.sheet.measure - line.left - line.right) / unit - width(words) - line.first
    if line.align == "center":
        return line.right / unit + free / 2 + behind
    return line.right / unit + free + behind if line.align in ("left", "both") else None
