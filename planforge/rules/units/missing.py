"""每项任务都应当写明责任单位。

说明: 只看布置任务的部分；总体要求、主要目标、背景不看，保障措施只在该部分已有条目写了单位时才看。
    各部分下面都不再分项的，每个部分就是一项任务。
    上一层写了单位的，下一层视为已写。全文都没有或者多数没有单位的，只报一次；整个部分没有的，报一次；部分条目没有的，逐项报。
理由: 没有责任单位的任务无人承接，也无法督查。意见、方案、规划等可以在分工表里另行明确，整篇不写的只作提示。
改法: 在该项末尾补“（责任单位：……）”，或在 YAML 中补“牵头单位”“配合单位”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施培育计划。, 责任单位: 市知识产权局}
          - {标题: 优化专利资助, 内容: 修订资助办法。}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {标题: 培育高价值专利, 内容: 实施培育计划。}
      - {标题: 优化专利资助, 内容: 修订资助办法。}
      - {标题: 加强商标培育, 内容: 建立培育库。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施培育计划。, 责任单位: 市知识产权局}
          - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: 市财政局}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {标题: 培育高价值专利, 内容: 实施培育计划。, 责任单位: 市知识产权局}
      - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: 市财政局}
      - {内容: 本要点自2027年1月1日起施行。}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from planforge.model import Section, Severity, Task
from planforge.rules import Finding, Found, Rule, RuleContext, Several
from planforge.rules._absence import Absence, absence
from planforge.rules._names import called

RULE = Rule(
    code="UNI001",
    name="缺少责任单位",
    severity="error",
    authority="实务",
    basis="督查工作惯例：每项任务须有责任主体",
)
#: So few tasks are no plan: an extract, or a notice that calls itself one.
_FEW = 2
_ADVICE_FOR_ALL = "逐项补“（责任单位：……）”，或另附任务分工表"


def check(context: RuleContext) -> Iterator[Found]:
    missing = absence(context.document, lambda task: bool(task.units))
    if missing.mostly:
        yield _as_one(missing.lacking, partial(_for_document, missing, context))
        return
    for section, lacking, total in missing.by_section():
        if len(lacking) == total > 1:
            yield _as_one(lacking, partial(_for_section, section, total, context))
        else:
            yield from (_for_task(task, missing) for task in lacking)


def _as_one(tasks: Sequence[Task], tell: Callable[[Sequence[Finding]], Finding]) -> Several:
    return Several(tuple(Finding(task.place, "", task, _ADVICE_FOR_ALL) for task in tasks), tell)


def _for_document(missing: Absence, context: RuleContext, left: Sequence[Finding]) -> Finding:
    amount = "都" if missing.total == len(left) else f"有{len(left)}项"
    message = f"全文{missing.total}项任务{amount}没有责任单位"
    plan = context.document.kind == "work_plan" and missing.total > _FEW
    severity: Severity | None = None if plan else "info"
    return replace(left[0], message=message, severity=severity)


def _for_section(section: Section, total: int, context: RuleContext, left: Sequence[Finding]) -> Finding:
    amount = "都" if total == len(left) else f"有{len(left)}项"
    message = f"{called(section)}的{total}项任务{amount}没有责任单位，其他部分有"
    severity: Severity = "warning" if context.document.kind == "work_plan" else "info"
    return replace(left[0], message=message, severity=severity)


def _for_task(task: Task, missing: Absence) -> Finding:
    count = len(missing.lacking)
    share = "只有本项没有" if count == 1 else f"有{count}项没有"
    message = f"{called(task)}没有责任单位；全文{missing.total}项任务中{share}"
    return Finding(task.place, message, task, "写明“牵头单位”或“责任单位”；Word 稿在本项末尾补“（责任单位：……）”")
