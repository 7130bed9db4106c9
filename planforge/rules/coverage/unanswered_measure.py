"""已落实的上级任务里，也可能有个别措施没有对应。

说明: 上级任务过半措施有对应的（恰好一半的，其余也都有回应），算已落实；其中没有对应的措施逐条引出，供核对。
理由: 结论是“已落实”，缺的一条措施就没有人再看。
改法: 在对应的任务里补上引出的内容；不涉及的，在“不涉及”里写明（指到措施，如“省意见#3.2/2”）。

反例:
    标题: 2027年示例市养老服务工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化监管
        任务:
          - 标题: 规范养老机构收费
            内容: 开展养老机构消防安全整治，依法查处以养老名义实施的非法集资。
            落实: 省意见#1.1
    --- # 省意见
    标题: 云溪省养老服务监管实施意见
    部分:
      - 标题: 强化监管
        任务:
          - 标题: 规范养老机构收费
            内容: 开展养老机构消防安全整治；建立预收费资金存管制度；依法查处以养老名义实施的非法集资。

正例:
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
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, directive_item, directive_place, missing_words

RULE = Rule(
    code="COV009",
    name="已落实的任务里有措施没有对应",
    severity="info",
    authority="实务",
    basis="下级文件须逐项落实上级文件",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for trace in directive.tasks:
            place = directive_place(directive, trace.task.id)
            for clause in trace.unanswered if trace.status == "covered" else ():
                item = directive_item(directive, clause.id)
                message = f"{called(trace.task)}已落实，但其中的{missing_words(clause)}没有对应"
                advice = f"在对应的任务（{'、'.join(trace.answering)}）里补上，或在“不涉及”里写“{item}”并说明理由"
                yield Finding(clause.text, message, place, advice)
