"""分项至少要有两项；只有一项的，不必编号。

说明: 有编号的下一层只有一项的，报告；全文连续编号的（各部分之下接着排号）不报。
理由: 只有一项说明层次设多了，或者漏了其他项。
改法: 并入上一层，或者补上漏掉的项。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利, 内容: 实施培育计划。}
      - 编号: 二、
        标题: 强化保护
        内容: 开展专项行动。

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利, 内容: 实施培育计划。}
          - {序号: （二）, 标题: 优化专利资助, 内容: 修订办法。}
      - 编号: 二、
        标题: 强化保护
        内容: 开展专项行动。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, marker_place
from planforge.text.numbering import lone_marker

RULE = Rule(
    code="STR005",
    name="下一层只有一项",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：分项至少两项",
)


def check(context: RuleContext) -> Iterator[Finding]:
    parents = [task for task in context.document.walk() if task.tasks]
    running = {_style(parent.tasks[0]) for parent in parents if (parent.tasks[0].number or 1) > 1}
    for parent in parents:
        child = parent.tasks[0]
        if len(parent.tasks) == 1 and child.marker and _style(child) not in running and not _goes_on_inline(child):
            message = f"{called(parent)}下面只有“{child.marker}”一项"
            yield Finding(marker_place(child), message, child, "并入上一层，或者补上漏掉的项")


def _style(task: Task) -> str:
    """The style of a marker; numbers of one that run on across sections leave one item to a section now and then."""
    marker = lone_marker(task.marker)
    return marker.style if marker else ""


def _goes_on_inline(task: Task) -> bool:
    """Whether the next number stands in the node's own line: （1）有场地；（2）有人员。"""
    marker = lone_marker(task.marker)
    following = marker.numbered(marker.number + 1) if marker else ""
    return bool(following) and following in task.heading.value + task.text.value
