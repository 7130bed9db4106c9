"""分项之和不应当大于总数。

说明: “20所，其中小学12所、初中9所”一类，各分项与总数单位相同、相加大于总数的，报告；小于总数的不报（分项未必列全）。
理由: 总数和分项至少有一个写错了，考核时不知道以哪个为准。
改法: 核对后改正；分项有交叉的，写明“其中，属于……的”。

反例:
    全年新建学校20所，其中小学12所、初中9所。

正例:
    全年新建学校21所，其中小学12所、初中9所；检查企业100家，其中重点企业30家。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="TGT008",
    name="分项之和大于总数",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核数字是否准确",
)
_UNIT = r"[万亿]?(?:公里|平方米|[个家名人支件项户处场套亩次辆座台条所元吨只头])"
#: 学校20所，其中小学12所、初中9所: the whole, and the parts up to the next comma.
_WHOLE = Pattern(
    rf"(?<![\d.])(?P<whole>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<unit>{_UNIT})[，（(]{{0,2}}其中[：:，]?(?P<parts>[^，。；！？）)\n]{{1,80}})",
    holds=("其中",),
)
_PART = re.compile(rf"[^\d、]{{1,20}}(?P<amount>\d+(?:\.\d+)?)(?P<unit>{_UNIT})")
_JOINT = re.compile("[、和及]")
#: Share of the whole that rounding of its parts may add.
_ROUNDING = 0.01


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _WHOLE):
        parts = _amounts(match["parts"], match["unit"])
        if len(parts) > 1 and sum(parts) > float(match["whole"]) * (1 + _ROUNDING):
            message = f"分项相加是{sum(parts):g}{match['unit']}，大于总数{match['whole']}{match['unit']}"
            yield Finding(words, message, passage.at, "核对总数和分项")


def _amounts(words: str, unit: str) -> list[float]:
    """The amounts of a list whose parts all count in `unit`; none where one of them is of another kind."""
    parts = [_PART.fullmatch(part) for part in _JOINT.split(words)]
    if not all(part and part["unit"] == unit for part in parts):
        return []
    return [float(part["amount"]) for part in parts if part]
