"""本级做的次数不应当比上级要求的少。

说明: 上级写了“每季度”“每月”“每年不少于4次”一类次数，本级说同一件事的话写得比它少的，报告；“全年两次”按每半年算。
    写了“落实”的，完成时限一栏的周期也比较。上级一句话里有几种周期的不看。本级只写“定期”的也报告；
    说的是同一件事、全项没有写多久一次的，提示。
理由: 下级文件不得降低上级文件的要求。
改法: 改成上级要求的次数，或做得更勤。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每半年开展一次知识产权联合执法检查。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每季度开展一次知识产权联合执法检查。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每年开展4次知识产权联合执法检查。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每季度开展一次知识产权联合执法检查。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item

RULE = Rule(
    code="DDL010",
    name="次数比上级要求的少",
    severity="warning",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.trace is None:
        return
    # coverage is loaded for plans that are held against something
    from planforge.coverage.findings.rarer import rarer

    for answers in context.answers:
        for found in rarer(answers):
            item = directive_item(answers.directive, found.clause)
            if found.silent:
                silent = f"{item}要求“{found.superior}”，这里没有写多久一次"
                yield Finding(found.plan, silent, found.task, f"写上“{found.superior}”，或做得更勤", severity="info")
                continue
            message = f"{item}要求“{found.superior}”，这里写的是“{found.plan.value}”"
            yield Finding(found.plan, message, found.task, f"改为“{found.superior}”，或做得更勤")
