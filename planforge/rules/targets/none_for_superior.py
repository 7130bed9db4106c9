"""上级任务有数值指标的，对应的本级任务也应当有指标。

说明: 上级任务带数值指标，已声明落实它的本级任务一个指标也没有的，报告。
理由: 没有承接指标，上级考核时没有依据。
改法: 写上分解到本级的数值；上级没有分解的，写明配合完成。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 培育示范企业, 内容: 培育一批知识产权示范企业。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 培育示范企业, 内容: 到2027年，新增知识产权示范企业50家。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 培育示范企业, 内容: 到2027年，新增知识产权示范企业5家。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 培育示范企业, 内容: 到2027年，新增知识产权示范企业50家。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import DirectiveTrace, Task, TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item

RULE = Rule(
    code="TGT006",
    name="上级有指标而本级没有",
    severity="warning",
    authority="实务",
    basis="下级文件须逐项落实上级文件",
)


def check(context: RuleContext) -> Iterator[Finding]:
    tasks = {task.id: task for task in context.document.walk()}
    for directive in context.trace.directives if context.trace else ():
        for trace in directive.tasks:
            linked = [tasks[c.task] for c in trace.counterparts if c.link == "declared" and c.task in tasks]
            if trace.task.targets and linked and not any(task.targets for task in linked):
                yield _finding(directive, trace, linked[0])


def _finding(directive: DirectiveTrace, trace: TaskTrace, task: Task) -> Finding:
    item = directive_item(directive, trace.task.id)
    message = f"{item}要求“{trace.task.targets[0].text.value}”，本项没有指标"
    return Finding(task.place, message, task, "写上分解到本级的数值；上级没有分解的，写明配合完成")
