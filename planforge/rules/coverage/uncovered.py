"""上级文件的每项任务都应当有人落实。

说明: 上级文件里的一项任务，本文件没有任何条目落实，也没有写“不涉及”的，报告，位置指向上级文件的那一项。
理由: 漏项是被退回和被督查通报的主要原因。
改法: 增加相应任务并写“落实”；确实不涉及的，在“不涉及”里写明理由。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}
          - {标题: 推进地理标志立法, 内容: 制定地理标志保护地方性法规，明确产区范围。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1}
    不涉及:
      - {条目: 省意见#1.2, 理由: 本市没有地方立法权限}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}
          - {标题: 推进地理标志立法, 内容: 制定地理标志保护地方性法规，明确产区范围。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, directive_item, directive_place

RULE = Rule(
    code="COV002",
    name="上级任务没有落实",
    severity="error",
    authority="实务",
    basis="下级文件须逐项落实上级文件",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for trace in directive.tasks:
            if trace.status == "uncovered":
                message, advice = _told(directive_item(directive, trace.task.id), trace)
                yield Finding(trace.task.place, message, directive_place(directive, trace.task.id), advice)


def _told(item: str, trace: TaskTrace) -> tuple[str, str]:
    """What is wrong, and what to do: a task that answered the superior's old words is there already."""
    old = "、".join(each.task for each in trace.counterparts if each.link == "outdated")
    if old:
        message = f"{item}{called(trace.task)}的原文改过，原来落实它的任务（{old}）不再作数"
        return message, f"对照新的原文改好任务{old}，运行 planforge link 重新确认"
    return (
        f"{item}{called(trace.task)}没有任何任务落实",
        f"增加任务并写“落实: {item}”，或在“不涉及”里写明理由",
    )
