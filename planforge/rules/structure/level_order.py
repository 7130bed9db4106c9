"""编号的层次应当由大到小：“一、”“（一）”“1.”“（1）”。

说明: 下一层的编号样式比上一层大（如“（一）”下面用“一、”）或者与上一层相同的，报告一次。跳过一层（“一、
    ”下面直接用“1.”）不报。
理由: 层次颠倒，读者分不清哪一项属于哪一项。
改法: 按层次换成规定的样式。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: （一）
        标题: 强化创造
        任务:
          - {序号: 一、, 标题: 培育高价值专利}
          - {序号: 二、, 标题: 优化专利资助}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: 1., 标题: 培育高价值专利}
          - {序号: 2., 标题: 优化专利资助}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import marker_place
from planforge.text.numbering import STANDARD_STYLES, lone_marker

RULE = Rule(
    code="STR004",
    name="编号层次颠倒",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012，7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for parent in context.document.walk():
        child = parent.tasks[0] if parent.tasks else None
        if child is not None and 0 <= _rank(child) <= _rank(parent):
            message = f"“{parent.marker}”下面用了“{child.marker}”，层次颠倒"
            advice = f"“{parent.marker}”的下一层用“{_below(parent)}”"
            yield Finding(marker_place(child), message, child, advice)


def _rank(task: Task) -> int:
    """The level of a node's marker style, from 0; -1 where it is none of the standard's."""
    marker = lone_marker(task.marker)
    style = "1." if marker and marker.style == "1、" else marker.style if marker else ""
    return STANDARD_STYLES.index(style) if style in STANDARD_STYLES else -1


def _below(task: Task) -> str:
    rank = _rank(task) + 1
    return STANDARD_STYLES[rank] if rank < len(STANDARD_STYLES) else "①"
