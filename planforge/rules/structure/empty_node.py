"""每个部分、每项任务都应当有内容。

说明: 部分只有标题，或者同一层多数任务有内容、个别只有标题（或者标题那样的一句短话）的，报告；
    整层都只有标题的（提纲式）不报。标题和内容都是空的（只写了单位、时限，或者什么也没写）的，也报告：印出来只有一个序号。
理由: 多由定稿时漏贴、误删造成。
改法: 补上内容，或删去标题。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利, 内容: 实施培育计划。}
          - {序号: （二）, 标题: 优化专利资助, 内容: 修订办法。}
          - {序号: （三）, 标题: 加强商标培育}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 实施培育计划。}
          - {标题: "", 责任单位: 市财政局, 完成时限: 6月底前}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
      - 标题: 强化保护
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。}
          - {标题: 加强商标培育, 内容: 实施培育计划。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利}
          - {序号: （二）, 标题: 优化专利资助}
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from planforge.model import Document, Task, Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._bare import is_bare_heading
from planforge.rules._names import called

RULE = Rule(
    code="STR006",
    name="只有标题没有内容",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：有标题必有内容",
)
#: A sentence of so few words, and without a mark or figure, tells no more than a heading.
_SHORT_SENTENCE = 12
_INNER_MARK = re.compile(r"[，。；：、\d]")


def check(context: RuleContext) -> Iterator[Finding]:
    yield from _bare_headings(context)
    yield from _blank(context.document.sections, context.document.title)


def _blank(level: Sequence[Task], before: Text) -> Iterator[Finding]:
    """Nodes that would print as a marker alone; one that is written nowhere is shown at what stands `before` it."""
    for task in level:
        if not (task.heading.value or task.text.value or task.closing.value or task.tasks or task.targets):
            words = task.place if task.place.anchors else before
            yield Finding(words, "有一项是空的：没有标题，也没有内容", task, "补上标题和内容，或删去这一项")
        before = task.place if task.place.anchors else before
        yield from _blank(task.tasks, before)


def _bare_headings(context: RuleContext) -> Iterator[Finding]:
    sections, filled = context.document.sections, _above_tables(context.document)
    for level in (sections, *(task.tasks for task in context.document.walk() if task.tasks)):
        bare = [task for task in level if is_bare_heading(task) or _is_bare(task, level)]
        empty = [task for task in bare if id(task) not in filled]
        usual = len(level) - 1 if level is sections else (len(level) - 1) // 2
        for task in empty if len(empty) <= usual else ():
            words = task.heading if task.heading.value else task.text
            yield Finding(words, f"{called(task)}只有标题没有内容", task, "补上内容，或删去标题")


def _above_tables(document: Document) -> set[int]:
    """Ids of the nodes that are the last before a table: of indicators, kept apart once read, or one left unread."""
    tables = [*(indicator.name for indicator in document.indicators), *document.unread]
    nodes = sorted(document.walk(), key=lambda node: node.line) if tables else []
    lines = [node.line for node in nodes]
    places = (bisect_right(lines, table.at(0).line) for table in tables)
    return {id(nodes[place - 1]) for place in places if place}


def _is_bare(task: Task, level: Sequence[Task]) -> bool:
    """Whether a task says no more than a heading would (做好安全生产工作。), where the others have one and a text."""
    words = task.text.value.rstrip("。")
    if task.heading.value or task.tasks or not 0 < len(words) <= _SHORT_SENTENCE or _INNER_MARK.search(words):
        return False
    others = [other for other in level if other is not task]
    return bool(others) and all(other.heading.value and (other.text.value or other.tasks) for other in others)
