"""上级文件的原文改动后，对应关系应当重新核对。

说明: 接受“落实”或“不涉及”时记下了上级原文的指纹，现在原文与指纹不符的，报告。上级文件重新印发、条目改了编号，
    “不涉及”指到别的条目上的，也这样看得出来。
理由: 上级改了要求，本级可能还按旧的写；“不涉及”可能已经不是原来那一条。
改法: 核对后运行 planforge link 重新接受；“不涉及”指错了条目的，改编号。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - 标题: 建成快速维权中心
            内容: 建成知识产权快速维权中心。
            落实: [{to: 省意见#1.1, seen: "000000"}]
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 调解专利纠纷, 内容: 建立专利纠纷调解队伍。}
    不涉及:
      - {条目: 省意见#1.1, 理由: 本市无海关机构, 已阅: "000000"}
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
          - 标题: 建成快速维权中心
            内容: 建成知识产权快速维权中心。
            落实: 省意见#1.1
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 各市建成知识产权快速维权中心。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import DirectiveTrace, Document, Task, Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, called_words, directive_item

RULE = Rule(
    code="COV006",
    name="上级原文已变",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for directive, superior, task in _outdated(context):
        item = directive_item(directive, superior.id)
        message = f"{item}{called(superior)}的原文在接受对应关系之后改过"
        yield Finding(_place(directive, superior, task), message, task, "核对后运行 planforge link 重新接受")
    for directive in context.trace.directives if context.trace and context.document.waivers else ():
        yield from _waived(directive, context.document)


def _waived(directive: DirectiveTrace, plan: Document) -> Iterator[Finding]:
    # coverage is loaded for plans that are held against something
    from planforge.coverage.declared.links import is_outdated, waived_items

    held = [(directive.alias, directive.document)] if directive.document else []
    for waiver, _, item in waived_items(plan, held):
        if is_outdated(waiver, item):
            words = called(item) if isinstance(item, Task) else called_words(item.text.value)
            message = f"{directive_item(directive, item.id)}{words}的原文在写明不涉及之后改过"
            advice = "核对是不是原来那一条、是否仍不涉及，再运行 planforge link 重新接受"
            yield Finding(waiver.text, message, "不涉及", advice)


def _outdated(context: RuleContext) -> Iterator[tuple[DirectiveTrace, Task, Task]]:
    """Superior tasks that changed since a link to them was accepted, each with the plan's task that has the link."""
    tasks = {task.id: task for task in context.document.walk()}
    for directive in context.trace.directives if context.trace else ():
        for trace in directive.tasks:
            linked = (tasks.get(each.task) for each in trace.counterparts if each.link == "outdated")
            yield from ((directive, trace.task, task) for task in linked if task is not None)


def _place(directive: DirectiveTrace, superior: Task, task: Task) -> Text:
    """The link that names the superior task or a measure of it; the task where its file doesn't show the link."""
    names = (directive.alias, directive.doc_number, directive.title)
    links = [link for link in task.implements if link.text.value and link.item.partition("/")[0] == superior.id]
    own = sorted(links, key=lambda link: link.directive not in names)
    return own[0].text if own else task.place
