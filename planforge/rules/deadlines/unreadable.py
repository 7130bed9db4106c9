"""完成时限应当能看出是哪一天，或者多久一次。

说明: “完成时限”里写的话读不出日期，也读不出周期（每季度、长期坚持）的，报告。
理由: 读不出日期的时限不能进台账，也不能与上级时限比较。
改法: 写成“6月底前”“2027年10月31日前”“第三季度”“每季度”“长期坚持”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 尽快}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 9月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Deadline
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._calendar import impossible
from planforge.rules._passages import stands_in

RULE = Rule(
    code="DDL002",
    name="完成时限读不出",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：完成时限须可核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        for deadline in task.deadlines:
            unread = deadline.date is None and deadline.recurs is None
            if unread and not stands_in(deadline.text, task.text) and not _has_no_such_day(deadline, context):
                message = f"完成时限“{deadline.text.value}”读不出日期或周期"
                yield Finding(deadline.text, message, task, "写成“6月底前”“第三季度”“每季度”“长期坚持”等")


def _has_no_such_day(deadline: Deadline, context: RuleContext) -> bool:
    """Whether it can't be read because no calendar has it (13月底前), of which DDL006 tells."""
    return any(impossible(deadline.text.value, context.document.year))
