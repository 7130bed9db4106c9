"""每项任务都应当有完成时限。

说明: 只看布置任务的部分，保障措施不看。时限可以写在正文里（“6月底前”“每季度”“长期坚持”），也可以写在“完成时限”里；
    上一层写了的，下一层视为已写。七成以上的任务写了时限的，没写的逐项报；不到七成的，只报一次；方案一类的只作提示。
理由: 没有时限的任务不能按期督办。年度工作要点不写时限的，一般理解为年底前完成，因此大面积不写只作提示。
改法: 补上具体日期、季度或“每季度”“长期坚持”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施培育计划。, 完成时限: 6月底前}
          - {标题: 优化专利资助, 内容: 修订资助办法。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施培育计划。, 完成时限: 6月底前}
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 长期坚持}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from planforge.model import Severity
from planforge.rules import Finding, Found, Rule, RuleContext, Several
from planforge.rules._absence import WORKING_KINDS, Absence, absence

RULE = Rule(
    code="DDL001",
    name="缺少完成时限",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：每项任务须有完成时限",
)
#: Above this share of tasks without a deadline the document leaves them out on purpose.
HABIT = 0.3


def check(context: RuleContext) -> Iterator[Found]:
    if context.document.kind not in WORKING_KINDS:
        return
    missing = absence(context.document, lambda task: bool(task.deadlines), safeguards=False)
    if missing.share > HABIT:
        yield Several(tuple(Finding(task.place, "", task) for task in missing.lacking), partial(_for_document, missing))
        return
    severity: Severity | None = None if context.document.kind == "work_plan" else "info"
    for task in missing.lacking:
        message = f"“{task.heading.value or task.marker}”没有完成时限"
        yield Finding(task.place, message, task, "补写完成时限，如“6月底前”“每季度”“长期坚持”", severity=severity)


def _for_document(missing: Absence, left: Sequence[Finding]) -> Finding:
    amount = "都" if missing.total == len(left) else f"有{len(left)}项"
    message = f"全文{missing.total}项任务{amount}没有完成时限"
    return replace(left[0], message=message, advice="需要按期督办的任务补写完成时限", severity="info")
