"""上级文件的原文改动后，对应关系应当重新核对。

说明: 接受“落实”或“不涉及”时记下了上级原文的指纹，现在原文与指纹不符的，报告。上级文件重新印发、条目改了编号，
    “不涉及”指到别的条目上的，也这样看得出来。
理由: 上级改了要求，本级可能还按旧的写；“不涉及”可能已经不是原来那一条。
改法: 核对后运行 planforge link 重新接受；原来那一条改了编号的，照提示改编号。

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

from collections.abc import Iterator, Mapping
from functools import cached_property

from planforge.model import Clause, DirectiveTrace, Document, Link, Task
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
    tasks = {task.id: task for task in context.document.walk()}
    for directive in context.directives:
        moved = _Moved(directive)
        for superior, task in _outdated(directive, tasks):
            message = f"{directive_item(directive, superior.id)}{called(superior)}的原文在接受对应关系之后改过"
            link = _link(directive, superior, task)
            advice = moved.advice(link.seen if link else None, "核对后运行 planforge link 重新接受")
            yield Finding(link.text if link else task.place, message, task, advice)
        if context.document.waivers:
            yield from _waived(directive, context.document, moved)


class _Moved:
    """Where the texts of a superior document stand now, by their fingerprints; it is read when one is looked for."""

    def __init__(self, directive: DirectiveTrace) -> None:
        self._directive = directive

    def advice(self, seen: str | None, otherwise: str) -> str:
        """Where the text that was seen has gone, if it is somewhere else."""
        item = self._items.get(seen) if seen else None
        return f"原来那一条现在是“{directive_item(self._directive, item)}”，改编号" if item else otherwise

    @cached_property
    def _items(self) -> dict[str, str]:
        # coverage is loaded for plans that are held against something
        from planforge.coverage import fingerprint

        document = self._directive.document
        nodes = list(document.walk()) if document else []
        items: list[Task | Clause] = [*(clause for node in nodes for clause in node.clauses), *nodes]
        return {fingerprint(item): item.id for item in items}


def _waived(directive: DirectiveTrace, plan: Document, moved: _Moved) -> Iterator[Finding]:
    from planforge.coverage.declared.links import is_outdated, waived_items

    held = [(directive.alias, directive.document)] if directive.document else []
    for waiver, _, item in waived_items(plan, held):
        if is_outdated(waiver, item):
            words = called(item) if isinstance(item, Task) else called_words(item.text.value)
            message = f"{directive_item(directive, item.id)}{words}的原文在写明不涉及之后改过"
            advice = "核对是否仍不涉及，再运行 planforge link 重新接受"
            yield Finding(waiver.text, message, "不涉及", moved.advice(waiver.seen, advice))


def _outdated(directive: DirectiveTrace, tasks: Mapping[str, Task]) -> Iterator[tuple[Task, Task]]:
    """Superior tasks that changed since a link to them was accepted, each with the plan's task that has the link."""
    for trace in directive.tasks:
        linked = (tasks.get(each.task) for each in trace.counterparts if each.link == "outdated")
        yield from ((trace.task, task) for task in linked if task is not None)


def _link(directive: DirectiveTrace, superior: Task, task: Task) -> Link | None:
    """The link that names the superior task or a measure of it; None where the task's file doesn't show the link."""
    names = (directive.alias, directive.doc_number, directive.title)
    links = [link for link in task.implements if link.text.value and link.item.partition("/")[0] == superior.id]
    own = sorted(links, key=lambda link: (link.directive not in names, link.seen is None))
    return own[0] if own else None
