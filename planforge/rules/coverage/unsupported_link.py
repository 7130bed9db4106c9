"""写了“落实”，两处文字应当看得出说的是一件事。

说明: 任务的“落实”所指的上级条目，与这项任务的文字几乎没有共同之处的，报告：多半是编号写错了。
    上级条目和任务都按各个子项比，有一处相近就不报；用 planforge link 核对确认过的（记有“已阅”）不报。
理由: 指错的对应关系会让人误以为已经落实。
改法: 核对编号；没有写错的，运行 planforge link --unreviewed 确认，以后不再提示。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 办好报纸专栏, 内容: 每周刊发一期。, 落实: 省意见#1.1}  # 编号写错了
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善公证服务, 内容: 推广公证电子存证技术，拓宽取证途径。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 办好公证服务, 内容: 用好公证电子存证。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善公证服务, 内容: 推广公证电子存证技术，拓宽取证途径。}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from planforge.model import Clause, Counterpart, DirectiveTrace, Document, Link, Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called, called_words, directive_item

RULE = Rule(
    code="COV012",
    name="落实的条目与任务无关",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)

#: Leaves less alike than this (0 to 1) and without any two clauses that prove a thing have nothing in common. Of the
#: links that readers of 54 pairs would write to what answers all of an item 3 in 100 are such; of links at random to
#: items of the same document, 78.
NOTHING_IN_COMMON = 0.1


def check(context: RuleContext) -> Iterator[Finding]:
    for directive in context.directives:
        if directive.document:
            yield from _unsupported(context.document, directive, directive.document)


def _unsupported(plan: Document, directive: DirectiveTrace, superior: Document) -> Iterator[Finding]:
    # coverage is loaded for plans that are held against something
    from planforge.coverage.declared.links import linked_items

    pairs = {(trace.task.id, each.task): each for trace in directive.tasks for each in trace.counterparts}
    owners = {clause.id: leaf.id for leaf in superior.leaves() for clause in leaf.clauses}
    for task, link, _, item in linked_items(plan, [(directive.alias, superior)]):
        leaves = [owners[item.id]] if isinstance(item, Clause) else [leaf.id for leaf in item.leaves()]
        named = product(leaves, [leaf.id for leaf in task.leaves()])
        found = [pairs[pair] for pair in named if pair in pairs] if link.seen is None else []
        if found and not any(_proves(pair, item) for pair in found):
            yield _finding(task, link, item, directive)


def _finding(task: Task, link: Link, item: Task | Clause, directive: DirectiveTrace) -> Finding:
    words = called_words(item.text.value) if isinstance(item, Clause) else called(item)
    message = f"“落实”写了{directive_item(directive, item.id)}{words}，与这项任务几乎没有共同之处"
    advice = "核对编号；没有写错的，运行 planforge link --unreviewed 确认，以后不再提示"
    return Finding(link.text, message, task, advice)


def _proves(pair: Counterpart, item: Task | Clause) -> bool:
    """Whether two leaves have anything in common; for a link to a measure, with this measure."""
    whole = not isinstance(item, Clause)
    return pair.score >= NOTHING_IN_COMMON or any(whole or proof.clause == item.id for proof in pair.evidence)
