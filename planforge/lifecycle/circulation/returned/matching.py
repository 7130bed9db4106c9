"""Which line of a returned file is which line of the plan that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.ooxml.review.alignment import align


@dataclass(frozen=True, slots=True)
class Matched:
    """The plan's line that a returned line is, or stands behind if the plan has no such line."""

    line: int
    is_new: bool


def match(sent: Sequence[str], returned: Sequence[str]) -> tuple[list[Matched], list[int]]:
    """Every returned line with its line of the plan, and the plan's lines that didn't come back.

    Empty lines have no partner: layout comes and goes with the program that saves a file.
    """
    old = [(turn, words) for turn, words in enumerate(sent) if words.strip()]
    new = [(turn, words) for turn, words in enumerate(returned) if words.strip()]
    partners: dict[int, int] = {}
    gone: list[int] = []
    for one, other in align(old, new, lambda each: each[1], lambda each: ""):
        if one is not None and other is not None:
            partners[other[0]] = one[0]
        elif one is not None:
            gone.append(one[0])
    return list(_placed(len(returned), partners)), gone


def _placed(count: int, partners: Mapping[int, int]) -> Iterator[Matched]:
    behind = 0
    for turn in range(count):
        behind = partners.get(turn, behind)
        yield Matched(behind, turn not in partners)
