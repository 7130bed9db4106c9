"""完成时限应当在成文日期之后。

说明: 任务的完成时限早于成文日期的，报告。
理由: 文件印发时，时限已经过了。
改法: 改成以后的日期；已经完成的，写明进展。

反例:
    成文日期: 2027-06-15
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 3月底前}

正例:
    成文日期: 2027-02-15
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 3月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.text.days import written_day

RULE = Rule(
    code="DDL008",
    name="完成时限早于成文日期",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：任务布置在完成之前",
)


def check(context: RuleContext) -> Iterator[Finding]:
    issued = context.document.issued
    for task in context.document.walk():
        for deadline in task.deadlines:
            if issued and deadline.date and deadline.date < issued and deadline.date.year == issued.year:
                message = f"完成时限“{deadline.text.value}”早于成文日期{written_day(issued)}"
                yield Finding(deadline.text, message, task, "改成以后的日期；已经完成的，写明进展")
