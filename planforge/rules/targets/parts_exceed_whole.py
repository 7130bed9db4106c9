"""分项之和应当与总数相符。

说明: “20所，其中小学12所、初中9所”一类，各分项与总数单位相同、相加大于总数的，报告；小于总数的不报（分项未必列全）。
    万元和亿元、亩和公顷，换算以后再加。
    “监测站6座、微站24座，共计32座”一类，先列分项、后写合计的，相加不等于合计就报告。
理由: 总数和分项至少有一个写错了，考核时不知道以哪个为准。
改法: 核对后改正；分项有交叉的，写明“其中，属于……的”。

反例:
    全年新建学校20所，其中小学12所、初中9所。

反例:
    新增床位1200张，其中市本级400张、县（区）900张。

反例:
    安排资金2亿元，其中市级1.5亿元、县级8000万元。

反例:
    布设水质监测站6座、空气微站24座，共计建成监测站点32座。

正例:
    绿化面积100公顷，其中城区600亩、乡镇900亩；新建学校3所，其中教室30间、操场3个。

正例:
    全年新建学校21所，其中小学12所、初中9所；检查企业100家，其中重点企业30家。
    投入3亿元，布设水质监测站6座、空气微站24座，共计建成监测站点30座。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits
from planforge.text.quantities.measures import ratio

RULE = Rule(
    code="TGT008",
    name="分项之和与总数不符",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核数字是否准确",
)
_UNIT = (
    r"[万亿]?(?:公里|千米|平方公里|平方米|立方米|公顷|兆瓦|千瓦"
    r"|[个家名人支件项户处场套亩次辆座台条所元吨只头张卷份篇批期节位栋幢间艘架株棵队组对])"
)
_AMOUNT = rf"\d{{1,9}}(?:\.\d{{1,4}})?{_UNIT}"
#: Words between two marks; a bracket in a name may hold some.
_WORDS = r"(?:[^，。；！？（）()\n]|[（(][^，。；（）()\n]{1,10}[）)])"
#: 学校20所，其中小学12所、初中9所: the whole, and the parts up to the next comma.
_WHOLE = Pattern(
    rf"(?<![\d.])(?P<whole>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<unit>{_UNIT})[，（(]{{0,2}}其中[：:，]?(?P<parts>{_WORDS}{{1,80}})",
    holds=("其中",),
)
_TOTALS = (
    "共计",
    "合计",
    "总计",
    "总共",
    *(f"共{verb}" for verb in ("建成", "创建", "新建", "新增", "完成", "培育", "改造")),
)
#: 监测站6座、微站24座，共计建成监测站点32座: the parts, and the whole behind them.
_SUM = Pattern(
    rf"(?P<parts>(?:[^\d，。；、\n]{{1,20}}{_AMOUNT}[、，和及]){{2,9}})[^\d，。；、\n]{{0,10}}(?:{'|'.join(_TOTALS)})"
    rf"[^\d，。；、\n]{{0,10}}(?P<whole>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<unit>{_UNIT})",
    holds=_TOTALS,
)
_PART = re.compile(rf"[^\d、]{{1,20}}(?P<amount>\d+(?:\.\d+)?)(?P<unit>{_UNIT})")
_JOINT = re.compile("[、和及]")
#: Share of the whole that rounding of its parts may add or take.
_ROUNDING = 0.01


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _WHOLE):
        parts = _amounts(match["parts"], match["unit"])
        if len(parts) > 1 and sum(parts) > float(match["whole"]) * (1 + _ROUNDING):
            message = f"分项相加是{sum(parts):g}{match['unit']}，大于总数{match['whole']}{match['unit']}"
            yield Finding(words, message, passage.at, "核对总数和分项")
    for passage, words, match in hits(context, _SUM):
        parts, whole = _last_amounts(match["parts"], match["unit"]), float(match["whole"])
        if len(parts) > 1 and abs(sum(parts) - whole) > whole * _ROUNDING:
            message = f"分项相加是{sum(parts):g}{match['unit']}，与合计{match['whole']}{match['unit']}不符"
            yield Finding(words, message, passage.at, "核对合计和分项")


def _amounts(words: str, unit: str) -> list[float]:
    """The amounts of a list in `unit`; none where one of its parts measures something else."""
    parts = [_PART.fullmatch(part) for part in _JOINT.split(words)]
    amounts = [_amount(part, unit) for part in parts if part]
    known = [amount for amount in amounts if amount is not None]
    return known if len(known) == len(parts) else []


def _last_amounts(words: str, unit: str) -> list[float]:
    """The amounts at the end of a list in `unit`; 个 counts everything."""
    last = [float(part["amount"]) if part["unit"] == "个" else _amount(part, unit) for part in _PART.finditer(words)]
    return [amount for amount in takewhile(lambda amount: amount is not None, last[::-1]) if amount is not None]


def _amount(part: re.Match[str], unit: str) -> float | None:
    times = ratio(part["unit"], unit)
    return None if times is None else float(part["amount"]) * times
