"""拿不准是否落实的上级任务，请人工核对。

说明: 有相近的内容，或者写了“落实”，但凭文字不能断定是否落实的，列出来由人判断。
理由: 相近的词不等于同一件事；判断错了，比没有判断更糟。
改法: 核对后写“落实”或“不涉及”，以后不再提示。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 办好报纸专栏, 内容: 每周刊发一期。, 落实: 省意见#1.1}  # 写了落实，文字上看不出来
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善公证服务, 内容: 推广公证电子存证技术，拓宽取证途径。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善公证服务, 内容: 推广公证电子存证技术，拓宽取证途径。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善公证服务, 内容: 推广公证电子存证技术，拓宽取证途径。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import DirectiveTrace, TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, directive_item, directive_place

RULE = Rule(
    code="COV004",
    name="是否落实须人工核对",
    severity="info",
    authority="实务",
    basis="下级文件须逐项落实上级文件",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for trace in directive.tasks:
            if trace.status == "review":
                yield _finding(trace, directive)


def _finding(trace: TaskTrace, directive: DirectiveTrace) -> Finding:
    # coverage is loaded for plans that are held against something
    from planforge.coverage.verdicts import doubt

    item, place = directive_item(directive, trace.task.id), directive_place(directive, trace.task.id)
    nearest = sorted(trace.counterparts, key=lambda counterpart: -counterpart.score)[:2]
    message = f"{item}{called(trace.task)}是否落实，须人工核对"
    message += f"；最接近的是{'、'.join(f'{c.task}“{c.heading}”' for c in nearest)}" if nearest else ""
    message += f"。{reason}" if (reason := doubt(trace)) else ""
    return Finding(trace.task.place, message, place, _advice(trace, item))


def _advice(trace: TaskTrace, item: str) -> str:
    declared = "、".join(counterpart.task for counterpart in trace.counterparts if counterpart.link == "declared")
    if declared:
        return f"核对任务{declared}写的“落实”；确已落实的，在正文里写明怎样落实，或写“不涉及”并说明理由"
    return f"核对后写“落实: {item}”或“不涉及”"
