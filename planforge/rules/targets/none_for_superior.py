"""上级任务有数值指标的，对应的本级任务也应当有指标。

说明: 上级任务带数值指标，已声明落实它的本级任务一个指标也没有的，报告；只声明落实其中几项措施的，
    只看那几项措施的指标。没有声明、按文字看已经对应的，上级的比率、人均在要点里一处也没有写的，提示。
    写了“不涉及”的不看。
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

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 调解专利纠纷, 内容: 建立专利纠纷调解队伍。}
    不涉及:
      - {条目: 省意见#1.1, 理由: 由省局直接办理}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 调解专利纠纷, 内容: 建立专利纠纷调解队伍，调解成功率达到60%以上。}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from planforge.model import DirectiveTrace, Target, Task, TaskTrace
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
    for directive in context.directives:
        unnamed = groupby(directive.unnamed, key=lambda each: each.superior_task)
        targets = {name: [each.superior for each in group] for name, group in unnamed}
        for trace in (trace for trace in directive.tasks if trace.status != "waived"):
            yield from _lacking(directive, trace, tasks, targets.get(trace.task.id, ()))


def _lacking(
    directive: DirectiveTrace, trace: TaskTrace, tasks: Mapping[str, Task], unnamed: Sequence[Target]
) -> Iterator[Finding]:
    """A superior task's targets that linked tasks don't have, or, where none is linked, that the plan names nowhere."""
    linked = [tasks[c.task] for c in trace.counterparts if c.link == "declared" and c.task in tasks]
    asked = _asked(directive.alias, trace.task, linked)
    if asked and not any(task.targets for task in linked):
        yield _finding(directive, trace, asked[0], linked[0])
    elif answering := [tasks[name] for name in trace.answering if name in tasks and not linked]:
        for target in unnamed:
            yield replace(_finding(directive, trace, target, answering[0]), severity="info")


def _asked(alias: str, superior: Task, linked: Iterable[Task]) -> list[Target]:
    """What linked tasks take upon themselves: all of a superior task, or what the measures that they name demand."""
    named = {link.item for task in linked for link in task.implements if link.directive == alias}
    words = [clause.text.value for clause in superior.clauses if {superior.id, clause.id} & named]
    if superior.id in named:
        return list(superior.targets)
    return [target for target in superior.targets if any(target.text.value in each for each in words)]


def _finding(directive: DirectiveTrace, trace: TaskTrace, target: Target, task: Task) -> Finding:
    item = directive_item(directive, trace.task.id)
    message = f"{item}要求“{target.text.value}”，本项没有这个指标"
    return Finding(task.place, message, task, "写上分解到本级的数值；上级没有分解的，写明配合完成")
