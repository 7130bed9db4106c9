"""Counts whose object stands in the phrase before: 为独居老年人安装呼叫装置，全年安装不少于5000台.

Readers leave such a number alone, since its own phrase doesn't say of what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.coverage.figures.unread import BREAKS, FLOOR, OR_MORE, VALUE, targets_in
from planforge.coverage.texts.phrases import begins
from planforge.model import Operator, Target, Task
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.lexicon import pattern, words
from planforge.text.times import half_width

_WHEN = (
    r"(?:到|至)?20\d\d年(?:[底末内]?前?|度)?|全年|年内|年度|今年|本年度?|年底前|[上下]半年|\d{1,2}月底?前|[两三五]年(?:内|间)?"
    r"|每(?:年|半年|个?季度|个?月|周|批|期)"
)
_WHO = r"[全本我](?:[市省县区])|(?:各|每个?)(?:设区的?|地级)?(?:[市州县区]{1,2}|乡镇|街道|村|社区)(?:（[^）]{1,8}）)?"
_HOW = r"累计|总计|共计?|合计|计划|力争|确保|争取|至少|要|应|须|新"
_EXTENT = "了|数量?|总数|规模|任务|面积|人数|户数"
_ENDING = late(f"(?:{_EXTENT})$")
_VERB = rf"(?:{pattern('making', 'doing')}|发放|设置|新设|开设|赠送|投入|购买|采购)(?:{_EXTENT})?"
#: Of words for when, who and how no more than so many stand before a count: any number could be parted in any place.
_MOST = 8
_COUNT = late(
    rf"(?P<stop>[，；。])(?P<said>(?:{_WHEN}|{_WHO}|{_HOW}){{0,{_MOST}}}(?P<verb>{_VERB})?(?:{_HOW}){{0,{_MOST}}}"
    rf"(?P<bound>{FLOOR}|完成|实现)?\s?"
    rf"{VALUE}(?P<unit>(?:千|百|万|十万|百万|千万|亿)?(?:{pattern('counted')})){OR_MORE})(?=[，；。、]|$)"
)
_OPERATORS: dict[str, Operator] = {"超过": ">", "突破": ">"}
#: What leads to the object in the phrase before.
_LEADS = late(
    rf"(?:(?:加强|强化|做好|抓好|加快|深化|推行|组织|提供|扎实|大力|{pattern('making', 'doing')})(?:了|好)?)+"
)
#: Verbs that tell nothing of what is done.
_PLAIN = frozenset(("完成", "实现", "达到", "落实", "新增", "开展", "实施", "组织"))
_KEPT = words("kept")
#: Characters of an object.
_SHORTEST, _LONGEST = 3, 20
_NUMBER = late(r"\d")


def carried_targets(task: Task) -> Iterator[Target]:
    """The counts of a node whose object is named just before them, in their sentence or in the one before.

    Those that a reader found by a name from elsewhere are left to it.
    """
    value = half_width(task.text.value)
    for match in _COUNT.finditer(value) if _NUMBER.search(value) else ():
        stop, verb = match.start(), _ENDING.sub("", match["verb"]) if match["verb"] else ""
        before = value[begins(value, stop, BREAKS) : stop] if verb or match["stop"] != "。" else ""
        name = _object(before, verb)
        number = parse_amount(match["value"]) if name else None
        if number is not None:
            said = task.text.slice(*match.span("said"))
            if all(target.indicator in said.value for target in targets_in(said.value, task)):
                head = verb if verb in _KEPT and verb != "完成" else ""
                yield Target(said, head + name, _OPERATORS.get(match["bound"] or "", ">="), number, match["unit"])


def _object(phrase: str, verb: str) -> str:
    """What a phrase does something to; empty where that isn't plain, or where it has a number of its own."""
    if _NUMBER.search(phrase) or (verb not in phrase and verb not in _PLAIN):
        return ""
    if verb and verb in phrase:
        name = phrase[phrase.rfind(verb) + len(verb) :]
    else:
        lead = _LEADS.search(phrase)
        name = phrase[lead.end() :] if lead and len(phrase) - lead.end() >= _SHORTEST else phrase
    return name if _SHORTEST <= len(name) <= _LONGEST else ""


def is_nameless(target: Target, carried: Target) -> bool:
    """Whether a reader took for the name of a carried count what its own phrase says: 三年累计淘汰6000辆."""
    words = carried.text.value
    return target.indicator in words and (target.text.value in words or words in target.text.value)
