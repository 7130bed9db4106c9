"""同一组并列成分之间的标点应当一致，词语之间用顿号。

说明: 提示四种写法：各项字数相同，只有一处用逗号、其余用顿号；顿号隔开的几项后面，最后一项（“……等”）前面用了逗号；
    三个以上的短词用逗号隔开，以“和……”或“等”收尾，前面没有顿号。以动词开头的是分句，不算。
理由: 读起来是一组，标点却分成了两层；句内并列的词语之间用顿号。
改法: 统一用顿号；确是分句的，统一用逗号。

反例:
    加强统筹协调，补短板，强弱项、保强项，争取晋位升级。

反例:
    做到早发现、早预警，早处置。

反例:
    依法查处侵占河道、非法采砂，违规建房等行为。

反例:
    加强对学校，医院，商场和车站的检查。会同气象，水利，自然资源等部门会商。

正例:
    加强统筹协调，补短板、强弱项、保强项，争取晋位升级。

正例:
    因地制宜推广再生稻、节水抗旱稻，推广紫云英等绿肥种植。建立问题清单、责任清单，实行销号管理。

正例:
    开展宣传，加强培训，提高学校和医院的能力。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planforge.rules import Finding, Passage, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, group, hits

RULE = Rule(
    code="PUN012",
    name="同一组并列成分逗号、顿号混用",
    severity="info",
    authority="国标",
    basis="GB/T 15834-2011，4.5：句内并列词语之间用顿号",
)
_SEGMENT = re.compile(r"[^，。；：]+")
_ITEM = re.compile(rf"[{HAN}]{{3,8}}")
_SHORT, _PAIR = 3, 2
#: What begins a clause of its own, where a comma is right.
_VERB = (
    "推[广动进行]|带动|稳住|发展|建[成设立]|加[强快大]|完善|健全|实[施行现]|开展|落实|强化|深化|优化|提[升高]|组织|支持|引[导进入]|鼓励"
    "|促进|保障|确保|打造|构建|培育|规范|拓展|扩大|严[格厉]|坚持|做[好到强]|抓好|争取|力争|形成|完成|制[定订]|修订|统筹|协调|配合|依托|围绕"
    "|聚焦|突出|按照|根据|通过|其中|包括|涉及|以及|并|对|为|由|将|向|使|让|以|在|与|和|及|从|到"
)
#: 气象，水利，自然资源等; 学校，医院，商场和车站的.
_SHORT_WORDS = Pattern(
    rf"(?<=[{HAN}])(?P<marks>，(?!{_VERB})[{HAN}]{{2,4}}，)(?!{_VERB})[{HAN}]{{2,4}}"
    rf"(?:等|(?:和|及|与|以及)[{HAN}]{{2,4}}(?=[等的，。；]))",
    holds="等和及与",
)
#: 侵占河道、非法采砂，违规建房等行为.
_LAST_ITEM = Pattern(
    rf"、(?P<item>[{HAN}]{{2,6}})(?P<marks>，)(?!{_VERB})(?P<last>[{HAN}]{{2,6}})等[{HAN}]{{1,8}}(?=[，。；、])",
    holds="等",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage in context.holding("，"):
        if "、" in passage.value:
            yield from _odd_commas(passage)
    for passage, _, match in hits(context, _SHORT_WORDS):
        if "、" in _part_before(passage.value, match.start()):  # then commas part what 、 parts further
            continue
        yield _finding(passage, match, match[0])
    for passage, _, match in hits(context, _LAST_ITEM):
        if len(match["item"]) == len(match["last"]):
            yield _finding(passage, match, f"{match['item']}，{match['last']}")


def _part_before(value: str, offset: int) -> str:
    return value[max(value.rfind(mark, 0, offset) for mark in "，。；：") + 1 : offset]


def _odd_commas(passage: Passage) -> Iterator[Finding]:
    """One item before a comma and the rest of its series behind it, or the other way round."""
    for before, after in pairwise(_SEGMENT.finditer(passage.value)):
        if passage.value[before.end() : after.start()] != "，":
            continue
        if _leads(before[0], after[0].split("、")) or _follows(after[0], before[0].split("、")):
            comma = passage.text.slice(before.end(), after.start())
            message = f"“{before[0]}，{after[0]}”是一组并列成分，标点却不一致"
            yield Finding(comma, message, passage.at, "统一用顿号或逗号", rewrite(comma, "、", safe=False))


def _leads(item: str, series: list[str]) -> bool:
    """Whether `item` is as long as each item of the series behind it, and (but for short ones) ends as they do."""
    return _alike([item, *series]) and (len(item) == _SHORT or len({other[-1] for other in (item, *series)}) == 1)


def _follows(item: str, series: list[str]) -> bool:
    """Whether `item` is as long as each item of the series before it, and begins or ends as they do.

    A verb may stand before the first: 确保早发现、早预警，早处置.
    """
    items = [series[0][-len(item) :], *series[1:], item]
    return (
        len(series) > 1 and _alike(items) and 1 in (len({each[0] for each in items}), len({each[-1] for each in items}))
    )


def _alike(items: list[str]) -> bool:
    return len(items) > _PAIR and all(_ITEM.fullmatch(each) and len(each) == len(items[0]) for each in items)


def _finding(passage: Passage, match: re.Match[str], words: str) -> Finding:
    marks = group(passage, match, "marks")
    fix = rewrite(marks, marks.value.replace("，", "、"), safe=False)
    return Finding(marks, f"“{words.strip('，')}”是并列的词语，之间用了逗号", passage.at, "改用顿号", fix)
