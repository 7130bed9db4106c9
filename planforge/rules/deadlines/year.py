"""年度工作要点的完成时限应当落在本年度之内。

说明: 早于本年度的时限报错误；晚于本年度的，写在“完成时限”里报警告，正文里提到的（多为远期目标）只作提示。
理由: 多由照抄上年要点、没有改年份造成。
改法: 改成本年度的日期；跨年任务写明本年度应达到的进度。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 2026年9月底前}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 2027年9月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Deadline, Severity, Task
from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._passages import stands_in
from planforge.rules._past import looks_ahead
from planforge.rules._scan import hits

RULE = Rule(
    code="DDL003",
    name="完成时限不在本年度",
    severity="error",
    authority="实务",
    basis="年度工作要点只布置本年度的工作",
)
#: What is still to come has no year gone by: 将于2026年9月召开.
_PLANNED = Pattern(r"(?:将[于在]|拟[于在]|定于|计划[于在]|筹备|筹办|迎接)(20\d\d)年", holds="年")
_WITHIN = Pattern(r"(?<![截自从在于])(20\d\d)年年?内(?![已曾了])", holds="年")


def check(context: RuleContext) -> Iterator[Finding]:
    year = context.document.year
    if year is None or context.document.kind != "work_plan":
        return
    for task in context.document.walk():
        for deadline in task.deadlines:
            if deadline.date and deadline.date.year != year:
                yield _finding(task, deadline, deadline.date.year, year)
    yield from _years_gone_by(context, year)


def _years_gone_by(context: RuleContext, year: int) -> Iterator[Finding]:
    """2025年内完成 in a plan for 2027: readers take a year gone by for history, but 年内 speaks of what is to come."""
    ahead = {id(task) for task in looks_ahead(context.document)}
    for pattern in (_WITHIN, _PLANNED):
        for passage, words, match in hits(context, pattern):
            if id(passage.at) in ahead and int(match[1]) < year:
                message = f"“{match[0]}”早于文件年度{year}年"
                yield Finding(words, message, passage.at, f"核对是否应为{year}年")


def _finding(task: Task, deadline: Deadline, found: int, year: int) -> Finding:
    order = "早于" if found < year else "晚于"
    message = f"完成时限“{deadline.text.value}”（{found}年）{order}文件年度{year}年"
    severity = _severity(task, deadline, found < year)
    return Finding(deadline.text, message, task, f"核对是否应为{year}年", severity=severity)


def _severity(task: Task, deadline: Deadline, past: bool) -> Severity:
    if past:
        return "error"
    return "info" if stands_in(deadline.text, task.text) else "warning"
