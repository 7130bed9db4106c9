"""本级文件的责任单位应当是本级或下级的单位。

说明: 市级文件里出现“省××厅”“国家××局”，县级文件里出现“市××局”的，报告；文件没有注明级别的不查。
理由: 下级不能给上级布置任务；多由照抄上级分工造成。
改法: 改成本级对口单位；确需上级配合的，写进正文。

反例:
    级别: 市
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [省财政厅, 市财政局]}

正例:
    级别: 市
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市财政局, 国家税务总局示例市税务局]}
          - {标题: 扩大质押融资, 内容: 扩大质押融资。, 责任单位: 国家金融监督管理总局云溪监管局}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planforge.model import Document, Level
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="UNI007",
    name="责任单位是上级的单位",
    severity="warning",
    authority="实务",
    basis="公文行文规则：不向上级单位布置任务",
)
_LEVELS: dict[str, Level] = {"省": "province", "市": "city", "县": "county", "区": "county"}
#: So few units tell nothing.
_FEW = 4
_NATIONAL = r"国家(?!税务总局.+[省市县区])|国务院"
_PROVINCE = rf"省(?!直|属)|自治区(?!直)|{_NATIONAL}"
_ABOVE: dict[Level, re.Pattern[str]] = {
    "province": re.compile(_NATIONAL),
    "city": re.compile(_PROVINCE),
    "county": re.compile(rf"市(?!场|直|属|政)|{_PROVINCE}"),
    "township": re.compile(rf"[市县区](?!场|直|属|政)|{_PROVINCE}"),
}
#: A superior's branch in the place itself: 国家统计局示例调查队.
_LOCAL_BRANCH = re.compile(r"分中心|分局|分所|支局|分行|办事处|工作站|调查队|海关|管理总?局.{2,8}局$|管理部$")


def check(context: RuleContext) -> Iterator[Finding]:
    level = context.document.level or _level_of_units(context.document)
    above = _ABOVE.get(level) if level else None
    for task in context.document.walk() if above else ():
        for unit in task.units:
            if above and above.match(unit.value) and not _LOCAL_BRANCH.search(unit.value):
                yield Finding(unit, f"“{unit.value}”是上级的单位", task, "改成本级对口单位")


def _level_of_units(document: Document) -> Level | None:
    """The level that most units of a document name (市财政局), where its head doesn't tell; None where few do."""
    levels = [_LEVELS[unit.value[0]] for task in document.walk() for unit in task.units if unit.value[:1] in _LEVELS]
    ranked = Counter(levels).most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] >= _FEW and ranked[0][1] * 2 > len(levels) else None
