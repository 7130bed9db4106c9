"""Amounts that end a phrase and that readers count for nothing, by the words before them: 为经营主体减负2500亿元.

Only what is paid, what is told of the past and how long a thing takes is left out: two documents that say the same
words before two numbers can be compared, whatever the first is worth as a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from planforge.coverage.figures.unread import BREAKS, FLOOR, OR_MORE, VALUE, is_read
from planforge.coverage.texts.phrases import begins
from planforge.model import Target, Task
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.bounds import AT_LEAST
from planforge.text.quantities.lexicon import pattern
from planforge.text.quantities.naming import counted, measured
from planforge.text.quantities.setting import pays
from planforge.text.times import half_width

_AMOUNT = late(
    rf"{VALUE}(?P<unit>(?:万亿|[千百十]?[亿万]|千|百)?(?:元|{pattern('counted')}))"
    rf"{OR_MORE}(?=[，。；]|$)"
)
_BEGINS, _SENTENCE = f"{BREAKS}、", "。；\n"
_BOUND = late(rf"(?:{FLOOR}|超|力争|确保|约)+$")
#: What has been reached, what a rule limits, and what but tells how large a thing is.
_NO_AIM = late(
    r"已|截至|截止|去年|上年|目前|现有|以来|过去|总投资|最高|上限|不超过|不高于|以[内下]|按|每[户人吨亩台辆]|单[笔户个]"
)
#: Characters of a name that tells enough.
_SHORTEST = 4
#: In days, 达到 may as well say how long at most.
_LASTS = late(
    rf"(?P<name>[^，。；：、\d]{{4,30}}?)(?:时间|时长)?(?:(?:{AT_LEAST})|(?P<reached>达到))\s?{VALUE}"
    rf"(?P<unit>个?小时|学时|课时|分钟|(?(reached)小时|(?:个?工作日|个?自然日|[天日]))){OR_MORE}(?=[，。；、]|$)"
)
_MAY_LAST = late("少于|低于|小于|至少|达到")


def leftover_targets(task: Task) -> Iterator[Target]:
    """The amounts of a node's text that none of its targets, nor a remark on payments, accounts for; from below."""
    value = half_width(task.text.value)
    for match in _AMOUNT.finditer(value):
        start = begins(value, match.start(), _BEGINS)
        name = "" if is_read(value[start : match.end()], task) else _name(value[start : match.start()])
        if not name:
            continue
        sentence = value[begins(value, match.start(), _SENTENCE) : match.end()]
        number = parse_amount(match["value"])
        paid = match["unit"].endswith("元") and pays(sentence)
        if number is not None and not paid and not _NO_AIM.search(sentence):
            yield Target(task.text.slice(start, match.end()), name, ">=", number, match["unit"])


def lasting_targets(task: Task) -> Iterator[Target]:
    """How long at least a node's measures last: 每天体育活动时间不少于2小时, 公示期不少于5个工作日."""
    value = half_width(task.text.value)
    for match in _LASTS.finditer(value) if _MAY_LAST.search(value) else ():
        number, name = parse_amount(match["value"]), _name(match["name"])
        if number is not None and name and not is_read(match[0], task):
            yield Target(task.text.slice(*match.span()), f"{name}时间", ">=", number, match["unit"])


@lru_cache(maxsize=256)
def _name(words: str) -> str:
    """What an amount counts by the words before it; empty where they tell too little or hold a number of their own.

    A plan has the same words before its amounts again and again.
    """
    name = counted(measured(_BOUND.sub("", words)), "")
    return name if len(name) >= _SHORTEST and not re.search(r"\d", words) else ""
