"""责任单位应当用现行名称。

说明: 名称与机构改革前的名称相同（如“工商局”“国土资源局”），或者是名录里登记的旧称的，报告；
    改革之前的文件不报。选项 allowed 列出本地仍在使用的名称。
理由: 旧称说明内容是照抄来的，收件单位已经不存在。
改法: 改成现行名称；职能已经划转的，先核对由谁承接。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市工商局, 市财政局]}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市市场监管局, 市财政局]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from planforge.model import Document, Task, Text
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import alternatives

RULE = Rule(
    code="UNI005",
    name="单位用了旧称",
    severity="warning",
    authority="实务",
    basis="机构改革后的现行机构名称",
    options={"allowed": ()},
)


def check(context: RuleContext) -> Iterator[Finding]:
    allowed = context.words(RULE, "allowed")
    for task in context.document.walk():
        for unit in task.units:
            current = "" if unit.value in allowed else _current(unit.value, context)
            if current:
                yield _finding(unit, task, current)


def _current(name: str, context: RuleContext) -> str:
    """The name in force of a unit given by a former one; empty where the name is in force."""
    if context.roster and (unit := context.roster.former(name)):
        return unit.name
    if context.roster and name in context.roster.names():
        return ""
    match = _pattern().fullmatch(name)
    if match is None:
        return ""
    current, since = _former_units()[match[2]]
    return match[1] + current if (_year(context.document) or since) >= since else ""


def _year(document: Document) -> int | None:
    return document.issued.year if document.issued else document.year


@cache
def _former_units() -> Mapping[str, tuple[str, int]]:
    """Former name → the present one, and the first year in which the former is wrong."""
    return {former: (str(name), int(since)) for former, (name, since) in lexicon("former_units").items()}


@cache
def _pattern() -> re.Pattern[str]:
    """A former name behind the name of a place or level: 示例市工商局, 市工商局."""
    return re.compile(rf"((?:[\u4e00-\u9fff]{{0,6}}[省市县区州盟旗])?)({alternatives(_former_units())})")


def _finding(unit: Text, task: Task, current: str) -> Finding:
    fix = rewrite(unit, current, safe=False)
    return Finding(unit, f"“{unit.value}”是旧称", task, f"现行名称是“{current}”；先核对职能由谁承接", fix)
