"""A segment of a sentence cut into parts, each with one amount that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planforge.text.late import late
from planforge.text.quantities import naming, verbs
from planforge.text.quantities.amounts import Quantity
from planforge.text.quantities.comparators import compare
from planforge.text.quantities.lexicon import words

#: What joins the parts of a list.
JOINTS = "、和及与并或"
#: A phrase is looked at so far from its amount; a longer one is no phrase.
_REACH = 120

_COUNTED = words("counted")
_FRACTIONS = tuple("二三四五六七八九十")
_DESCRIBES = late(r"\s*的|[、和](?=[^，]{0,30}的)[^，]{0,60}\d")
#: 实现10%以上的增长
CHANGE_BEHIND = late(r"\s*的?正?(增长|提升|下降)")
#: 配比不低于75%的要求: what is asked stands before.
_ASKED = late(r"\s*的(?:要求|标准|目标)")
_FROM = late(r"(?:由|从)(?:[^，]{0,10}的)?\s?$")
_ALL_OF = late(r"(?:全[市省县区国])?")
_ASIDE = late(r"^（[^（）]{1,3}）")  # 100场（次）
_NOUN = late(r"[\u4e00-\u9fffA-Za-z“]")


@dataclass(frozen=True, slots=True)
class Part:
    """An amount with the words before and after it that speak of it alone: `[start:stop]` of the text."""

    start: int
    stop: int
    quantity: Quantity
    before: str
    after: str


def parts(value: str, inside: bytearray, start: int, stop: int, amounts: Sequence[Quantity]) -> list[Part]:
    """The parts of the segment `[start:stop]`; amounts that only describe a thing (年产值超100亿元的企业) have none."""
    kept = _telling(value, start, stop, amounts)
    found: list[Part] = []
    begin = start
    for index, quantity in enumerate(kept):
        following = kept[index + 1].start if index + 1 < len(kept) else None
        end = stop if following is None else _boundary(value, inside, quantity.end, following)
        begin = max(begin, quantity.start - _REACH)
        reach = min(end, quantity.end + _REACH)
        after = value[quantity.end : reach]
        after = _ASIDE.sub("", after) if after.startswith("（") else after
        found.append(Part(begin, reach, quantity, value[begin : quantity.start], after))
        begin = end
    return found


def _boundary(value: str, inside: bytearray, start: int, stop: int) -> int:
    """Where between two amounts the words of the first end: before the last 、 or 和 outside brackets, if any."""
    joints = [index for index in range(start, stop) if value[index] in JOINTS and not inside[index]]
    if not joints:
        return stop
    return start if joints[0] == start else joints[-1]


def _telling(value: str, start: int, stop: int, amounts: Sequence[Quantity]) -> list[Quantity]:
    """The amounts that set something; of a list all do where its first does: 培育5家以上企业、10家以上骨干企业."""
    telling: list[Quantity] = []
    listed = False
    for each in amounts:
        before = value[max(start, each.start - _REACH) : each.start]
        describes = _only_describes(each, before, value[each.end : min(stop, each.end + _REACH)])
        if describes or len(amounts) > 1:  # else it stands, and in no list
            made = counts_things(each) and verbs.ENDING.search(before) is not None
            listed = made or (listed and counts_things(each) and value[each.start - 1] in JOINTS)
        if listed or not describes:
            telling.append(each)
    return telling


def counts_things(quantity: Quantity) -> bool:
    """Whether the amount counts things: 10所, 3万人次."""
    return quantity.unit.endswith(_COUNTED)


def _only_describes(quantity: Quantity, before: str, after: str) -> bool:
    if not after or CHANGE_BEHIND.match(after) or (_ASKED.match(after) and compare(before, quantity)):
        return False
    if _DESCRIBES.match(after):
        return not is_share(quantity, before)
    if _FROM.search(before) and re.search("到|至|为", after):
        return True
    return quantity.suffix != "" and _NOUN.match(after) is not None and after[0] not in JOINTS


def is_share(quantity: Quantity, before: str) -> bool:
    """Whether the amount is a share of what follows: 80%以上的行政村建成农家书屋."""
    fraction = isinstance(quantity.value, str) and quantity.value.startswith(_FRACTIONS)
    if quantity.unit != "%" and not fraction:
        return False
    return verbs.COVERS.search(before) is not None or _ALL_OF.fullmatch(naming.measured(before)) is not None
