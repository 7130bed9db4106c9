"""完成时限不应当晚于上级文件对同一任务的要求。

说明: 沿着“落实”对应关系，把本级时限与上级时限逐一比较。上级时限在本年度开始之前已经到期的，只作提示。
    上级文件没有年份、也没有成文日期的（6月底前），按本年度比较，报警告。
理由: 晚于上级时限，等于到期完不成上级任务。
改法: 把时限提前到上级要求之内，或者商请上级同意后注明。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 完成时限: 11月底前, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。, 完成时限: 2027年9月底前}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 完成时限: 8月底前, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。, 完成时限: 2027年9月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import DeadlineConflict
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item
from planforge.text.days import written_day

RULE = Rule(
    code="DDL004",
    name="完成时限晚于上级要求",
    severity="error",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for conflict in directive.deadlines:
            yield _finding(conflict, directive_item(directive, conflict.superior_task))


def _finding(conflict: DeadlineConflict, item: str) -> Finding:
    superior = conflict.superior
    if superior.date is None:  # 每月10日前, 2小时内: no one day
        message = f"{item}要求“{superior.text.value}”，这里写的是“{conflict.plan.text.value}”"
        return Finding(conflict.plan.text, message, conflict.plan_task, f"改为“{superior.text.value}”或更早")
    message = f"完成时限“{conflict.plan.text.value}”晚于{item}要求的“{superior.text.value}”"
    if conflict.plan.date is None:
        message = f"{item}要求“{superior.text.value}”完成，这里写的是“{conflict.plan.text.value}”"
    day = written_day(superior.date)
    if conflict.past:
        gone = f"上级的时限{day}在本年度之前已到：核实办结情况，没有办结的说明原因并商请上级同意"
        return Finding(conflict.plan.text, message, conflict.plan_task, gone, severity="info")
    if conflict.assumed:
        advice = f"上级文件没有写年份，按本年度算：提前到{day}或更早"
        return Finding(conflict.plan.text, message, conflict.plan_task, advice, severity="warning")
    return Finding(conflict.plan.text, message, conflict.plan_task, f"提前到{day}或更早")
