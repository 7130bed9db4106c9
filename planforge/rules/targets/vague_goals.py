"""主要目标里应当有可以考核的指标。

说明: “主要目标”部分没有一个数值指标，却写了“显著提升”“明显改善”一类定性说法的，在最醒目的一处报告一次。
理由: 没有数值，年底无法说明是否达到。
改法: 补上指标，或者指明在哪项任务里有指标。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 主要目标
        内容: 到2027年，知识产权保护社会满意度显著提升。
      - 标题: 强化创造
        内容: 实施培育计划。

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 主要目标
        内容: 到2027年，知识产权保护社会满意度显著提升，达到85分。
      - 标题: 强化创造
        内容: 实施培育计划。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="TGT004",
    name="主要目标没有量化指标",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：目标可以考核",
)
_CHANGE = r"(?:提升|提高|改善|增强|增加|好转|改观|遏制|优化|下降)"
#: The boldest words first: who promises much must be able to show it.
_VAGUE = tuple(re.compile(words + _CHANGE) for words in ("(?:显著|大幅)", "(?:明显|持续|进一步|稳步|不断|有效|全面)"))
_NUMBER = re.compile(r"\d(?!\d*\s?年)[\d.]*\s?(?:%|％|[万亿]?[件家个项分人元亩户名]|[万亿])|百分之")


def check(context: RuleContext) -> Iterator[Finding]:
    goals = [section for section in context.document.sections if section.role == "goals"]
    nodes = [node for section in goals for node in section.walk()]
    measured = any(node.targets or _NUMBER.search(node.text.value) for node in nodes)
    if measured or context.document.indicators:
        return
    for node, match in ((node, match) for p in _VAGUE for node in nodes if (match := p.search(node.text.value))):
        words = node.text.slice(match.start(), match.end())
        message = f"“{match[0]}”没有量化；主要目标里没有一个数值指标"
        yield Finding(words, message, node, "补上指标，或者指明在哪项任务里有指标")
        return
