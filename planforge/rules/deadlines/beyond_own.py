"""正文里的时限不应当晚于这一项自己的完成时限。

说明: 一项任务写了“完成时限”，正文里同一年的日子比它晚的，报告。写了几个完成时限的，与最后一个比；
    跨年的（到2030年……）是远期目标，不报。
理由: 督查按完成时限销号，到了那一天正文里的事还没有做完。
改法: 把完成时限改到正文里最后一个日子，或者把正文里的日子提前。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 开展调研。9月底前印发资助办法。, 完成时限: 6月底前}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 3月底前完成调研，6月底前印发资助办法。, 完成时限: 6月底前}
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from planforge.model import Deadline, Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._passages import stands_in

RULE = Rule(
    code="DDL011",
    name="正文的时限晚于完成时限",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：完成时限须可核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        if own := _last(_own(task)):
            for limit, day in _dated(task.deadlines):
                if day > own[1] and day.year == own[1].year and _in_words(limit, task):
                    yield _finding(limit, own[0], task)


def _own(task: Task) -> list[Deadline]:
    return [limit for limit in task.deadlines if not _in_words(limit, task)]


def _in_words(limit: Deadline, task: Task) -> bool:
    """Whether a limit stands in running words, not beside them as 完成时限."""
    return any(stands_in(limit.text, words) for words in (task.heading, task.text, task.closing))


def _dated(limits: Sequence[Deadline]) -> Iterator[tuple[Deadline, datetime.date]]:
    return ((limit, limit.date) for limit in limits if limit.date)


def _last(limits: Sequence[Deadline]) -> tuple[Deadline, datetime.date] | None:
    return max(_dated(limits), key=lambda each: each[1], default=None)


def _finding(limit: Deadline, own: Deadline, task: Task) -> Finding:
    message = f"正文写的“{limit.text.value}”晚于这一项的完成时限“{own.text.value}”"
    return Finding(limit.text, message, task, "两处改成一致：推后完成时限，或把正文里的日子提前")
