"""A segment of a sentence cut into parts, each with one amount that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planforge.text.late import late
from planforge.text.quantities import naming, verbs
from planforge.text.quantities.amounts import Form, Quantity
from planforge.text.quantities.bounds import NOT_LESS, NOT_MORE
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
#: 总投资超10亿元项目50个
_OF_THINGS = late(r"(?:以上)?的?(?:[\u4e00-\u9fff]{0,4})(?:项目|企业|园区|集群|乡镇|村)(?:达到?|不少于|至少)?\d")
_FROM = late(rf"(?:由|从)(?:[^，]{{0,10}}的|原来?)?(?:{NOT_LESS}|{NOT_MORE})?\s?$")
_ALL_OF = late(r"(?:全[市省县区国])?")
_ASIDE = late(r"^（[^（）]{1,3}）")  # 100场（次）
_NOUN = late(r"[\u4e00-\u9fffA-Za-z“]")


class Words(NamedTuple):
    """The words before and after an amount that speak of it alone, and its form."""

    before: str
    after: str
    form: Form


class Part(NamedTuple):
    """An amount with its words: `[start:stop]` of the text."""

    start: int
    stop: int
    quantity: Quantity
    words: Words


def parts(value: str, inside: bytearray, start: int, stop: int, amounts: Sequence[Quantity]) -> list[Part]:
    """The parts of the segment `[start:stop]`; amounts that only describe a thing (年产值超100亿元的企业) have none."""
    if len(amounts) == 1:  # as most segments have
        return _alone(value, start, stop, amounts[0])
    found: list[Part] = []
    begin = start
    kept = _telling(value, start, stop, amounts)
    last = len(kept) - 1
    for index, quantity in enumerate(kept):
        end = stop if index == last else _boundary(value, inside, quantity.end, kept[index + 1].start)
        begin = max(begin, quantity.start - _REACH)
        reach = min(end, quantity.end + _REACH)
        after = value[quantity.end : reach]
        after = _ASIDE.sub("", after) if after.startswith("（") else after
        found.append(Part(begin, reach, quantity, Words(value[begin : quantity.start], after, quantity.form)))
        begin = end
    return found


def _alone(value: str, start: int, stop: int, quantity: Quantity) -> list[Part]:
    """The part of the one amount of a segment, if it sets something."""
    begin, reach = max(start, quantity.start - _REACH), min(stop, quantity.end + _REACH)
    before, after = value[begin : quantity.start], value[quantity.end : reach]
    if _only_describes(quantity.form, before, after) and not _is_made(quantity, before):
        return []
    after = _ASIDE.sub("", after) if after.startswith("（") else after
    return [Part(begin, reach, quantity, Words(before, after, quantity.form))]


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
        describes = _only_describes(each.form, before, value[each.end : min(stop, each.end + _REACH)])
        goes_on = listed and counts_things(each.form) and value[each.start - 1] in JOINTS
        listed = goes_on or _is_made(each, before)
        if listed or not describes:
            telling.append(each)
    return telling


def _is_made(quantity: Quantity, before: str) -> bool:
    """Whether the amount counts things that a verb right before it makes: 培育5家以上企业."""
    return counts_things(quantity.form) and verbs.ENDING.search(before) is not None


def counts_things(form: Form) -> bool:
    """Whether the amount counts things: 10所, 3万人次."""
    return form.unit.endswith(_COUNTED)


def _only_describes(form: Form, before: str, after: str) -> bool:
    if not after or CHANGE_BEHIND.match(after) or (_ASKED.match(after) and compare(before, form)):
        return False
    if form.unit.endswith("元") and _OF_THINGS.match(after):
        return True
    if _DESCRIBES.match(after):
        return not is_share(form, before)
    if _FROM.search(before) and re.search("到|至|为", after):
        return True
    return form.suffix != "" and _NOUN.match(after) is not None and after[0] not in JOINTS


def is_share(form: Form, before: str) -> bool:
    """Whether the amount is a share of what follows: 80%以上的行政村建成农家书屋."""
    fraction = isinstance(form.kind, str) and form.kind.startswith(_FRACTIONS)
    if form.unit != "%" and not fraction:
        return False
    return verbs.COVERS.search(before) is not None or _ALL_OF.fullmatch(naming.measured(before)) is not None
