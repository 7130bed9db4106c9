"""上级任务的每条措施都应当落实，不能只落实一部分。

说明: 上级任务有对应条目，但其中的措施没有全部对应的，报告，并引出没有对应的原话。
理由: 标题对上了、措施却漏了，是最不容易看出来的漏项。
改法: 在对应的任务里补上引出的内容；确实不涉及的，在“不涉及”里写明（可以指到措施，如“省意见#3.2/2”）。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1/1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - 标题: 完善维权体系
            内容: 各市建成知识产权快速维权中心。组织律师事务所开展海外商标抢注公益诉讼。对侵权企业实行联合惩戒。

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

from collections.abc import Iterator, Sequence

from planforge.model import ClauseTrace, DirectiveTrace, TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, directive_item, directive_place, missing_words

RULE = Rule(
    code="COV003",
    name="上级任务只落实了一部分",
    severity="warning",
    authority="实务",
    basis="下级文件须逐项落实上级文件",
)
_HOLES = frozenset({"uncovered", "partial"})


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        for trace in directive.tasks:
            if trace.status == "partial":
                yield _finding(trace, directive)


def _finding(trace: TaskTrace, directive: DirectiveTrace) -> Finding:
    item, place = directive_item(directive, trace.task.id), directive_place(directive, trace.task.id)
    holes = [clause for clause in trace.clauses if clause.status in _HOLES]
    unanswered, half = ([clause for clause in holes if clause.half_met is met] for met in (False, True))
    message = f"{item}{called(trace.task)}只落实了一部分"
    message += _told("没有对应", unanswered) + _told("没有完全对应", half)
    counterparts = "、".join(trace.answering)
    advice = f"在对应的任务（{counterparts}）里补上" if counterparts else "增加任务或补充措施"
    return Finding(holes[0].text if holes else trace.task.place, message, place, advice)


def _told(how: str, holes: Sequence[ClauseTrace]) -> str:
    return f"，{how}的内容：{'；'.join(map(missing_words, holes))}" if holes else ""
