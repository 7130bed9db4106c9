"""主要目标里应当有可以考核的指标。

说明: “主要目标”部分没有一个数值指标，却写了“显著提升”“明显改善”一类定性说法的，在最醒目的一处报告一次。
    一句话里列了几个数值指标、又夹着没有数值的（“……达到99%，……明显提高”），在没有数值的那一处提示。
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

反例:
    标题: 2027年示例市教育工作要点
    年度: 2027
    部分:
      - 标题: 主要目标
        内容: 学前教育毛入园率达到95%，义务教育巩固率达到99%，中小学生近视率显著下降。
      - 标题: 扩大学位供给
        内容: 新建学校，防控近视，巩固入学率。

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
from collections.abc import Iterator, Sequence

from planforge.model import Task
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
_UNMEASURED = re.compile(r"(?:显著|大幅|明显|进一步|稳步|不断|持续)" + _CHANGE + "$")
_CLAUSE = re.compile(r"[^，；。]+")
_NUMBER = re.compile(r"\d(?!\d*\s?年)[\d.]*\s?(?:%|％|[万亿]?[件家个项分人元亩户名]|[万亿])|百分之")


def check(context: RuleContext) -> Iterator[Finding]:
    goals = [section for section in context.document.sections if section.role == "goals"]
    nodes = [node for section in goals for node in section.walk()]
    if any(node.targets or _NUMBER.search(node.text.value) for node in nodes):
        for node in nodes:
            yield from _between_numbers(node, context)
    elif not context.document.indicators:
        yield from _boldest(nodes)


def _between_numbers(node: Task, context: RuleContext) -> Iterator[Finding]:
    """What is to change by nobody knows how much, in a sentence that else tells numbers."""
    for sentence in context.sentences(node.text):
        clauses = list(_CLAUSE.finditer(sentence.value))
        if sum(bool(_NUMBER.search(clause[0])) for clause in clauses) * 2 < len(clauses):
            continue
        for clause in clauses:
            match = _UNMEASURED.search(clause[0])
            if match and not re.search(r"\d", clause[0]):
                words = sentence.slice(clause.start() + match.start(), clause.start() + match.end())
                message = f"“{clause[0]}”没有量化，同一句里其他目标都有数值"
                yield Finding(words, message, node, "补上数值，或者移到不列数值的一句里", severity="info")


def _boldest(nodes: Sequence[Task]) -> Iterator[Finding]:
    for node, match in ((node, match) for p in _VAGUE for node in nodes if (match := p.search(node.text.value))):
        words = node.text.slice(match.start(), match.end())
        message = f"“{match[0]}”没有量化；主要目标里没有一个数值指标"
        yield Finding(words, message, node, "补上指标，或者指明在哪项任务里有指标")
        return
