"""When each of several amounts is due: 2026年达到80%、2027年达到90%; 2026年、2027年分别达到80%、90%."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from planforge.text.late import late

_YEAR = late(r"(?<!\d)(?P<year>20\d\d)\s?年(?!代|以来|版|的|同期|基础|[—–\-~～至])")
#: What something is counted from, or a period: 比2025年, 2026—2028年.
_BASES = ("自", "从", "由", "比", "较", "以", "—", "–", "-", "~", "～", "至")
#: A sentence that goes on with another year for what the one before it measured: 到2027年，达到90%.
GOES_ON = late(
    r"\s*(?:到|至)?\s?20\d\d\s?年(?:年?[底末])?[，,]?\s?(?:力争|要|须)?(?:达到?|提[高升](?:到|至)|增加(?:到|至)|[降减]\S{0,2}(?:到|至))\s?\d"
)
#: A stretch between commas that says but when.
ALONE = late(r"\s*(?:到|至)?\s?20\d\d\s?年(?:年?[底末])?(?:[、和及至—]20\d\d\s?年(?:年?[底末])?)*\s*")


def named(segment: str) -> list[tuple[int, int]]:
    """The years that a segment names as such, each with its place."""
    found = _YEAR.finditer(segment) if "20" in segment else ()
    return [(match.start(), int(match["year"])) for match in found if not _is_base(segment, match.start())]


def _is_base(segment: str, start: int) -> bool:
    before = segment[max(0, start - 2) : start].rstrip()
    return before.endswith(_BASES) and not before.endswith(("占比", "配比"))


def dues(segment: str, starts: Sequence[int], named_before: Sequence[int]) -> Sequence[int]:
    """The year in which each of the amounts at `starts` of a segment is due; none where one holds for all of them.

    Years that stand together, here or in the segment before, belong to the amounts in turn, if they are as many.
    """
    if len(starts) < 2:
        return ()
    years = named(segment)
    listed = [year for place, year in years if place < starts[0]] or named_before
    if "分别" in segment and len(listed) == len(starts):
        return listed
    if len(years) < 2 or years[0][0] > starts[0]:
        return ()
    places = [place for place, _ in years]
    return [years[bisect_left(places, start) - 1][1] for start in starts]
