"""责任单位里应当至少有一个具体的单位。

说明: 只写“各有关部门”“相关单位”一类统称的，提示；“各县（区）人民政府”是具体的责任主体，不报。
理由: 人人有责，等于无人负责。
改法: 写明牵头的单位。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 各有关部门}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市财政局, 各有关部门]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="UNI008",
    name="责任单位只有统称",
    severity="info",
    authority="实务",
    basis="督查工作惯例：每项任务须有责任主体",
)
_GROUP = re.compile(
    r"^(?:各|市|县|区|省)?(?:级|直)?(?:有关|相关|成员|责任|职能|所有)(?:部门|单位|成员单位)(?:、?单位)?$|^各(?:部门|单位|科室)$"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        units = list(task.units)
        if units and all(_GROUP.search(unit.value) for unit in units):
            message = f"责任单位只有统称“{units[0].value}”"
            yield Finding(units[0], message, task, "写明牵头的单位")
