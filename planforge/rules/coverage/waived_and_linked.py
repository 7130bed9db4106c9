"""同一个上级条目，不应当既写“落实”又写“不涉及”。

说明: 任务的“落实”写了一个上级条目（或者它的一项措施），“不涉及”里又写了同一个的，报告；
    一处写简称、一处写文号或标题的也算。
理由: 写了“不涉及”的条目不再核对，任务里的对应关系就不起作用了。
改法: 有任务落实的，删去“不涉及”里的那一条；确实不涉及的，删去任务里的“落实”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1}
    不涉及:
      - {条目: 省意见#1.1, 理由: 由省局直接建设}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。, 落实: 省意见#1.1/1}
    不涉及:
      - {条目: 省意见#1.1/2, 理由: 本市无海关机构}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。加强海关知识产权保护。}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="COV010",
    name="既写落实又写不涉及",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if not context.document.waivers:
        return
    called = _called(context)
    waived = {(called.get(each.directive, each.directive), each.item): each for each in context.document.waivers}
    for task in context.document.walk():
        for link in task.implements:
            directive, whole = called.get(link.directive, link.directive), link.item.partition("/")[0]
            waiver = waived.get((directive, link.item)) or waived.get((directive, whole))
            if waiver:
                written = f"{waiver.directive}#{waiver.item}"
                message = f"“{link.directive}#{link.item}”这里写了落实，“不涉及”里又写了“{written}”"
                yield Finding(link.text, message, task, "两处只留一处：有任务落实的，删去“不涉及”里的那一条")


def _called(context: RuleContext) -> dict[str, str]:
    """By each name that a superior document goes by (简称, 文号, 标题, 文件名) the one it is known by here."""
    names: dict[str, str] = {}
    for superior in context.document.against:
        names |= dict.fromkeys((superior.alias, superior.reference, PurePath(superior.reference).name), superior.alias)
    for directive in context.directives:
        known = directive.alias or directive.title
        for name in (directive.title, directive.doc_number, directive.file, PurePath(directive.file).name):
            names.setdefault(name or known, known)
    return names
