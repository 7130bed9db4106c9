"""两项任务不应当用同一个标题。

说明: 同一篇里标题完全相同的任务，在第二次出现处报告；四字以内的短标题不报，专栏里的不报，各部分都照一个样子分项的
    （每项下面都有“办理流程”“所需材料”）也不报。
理由: 标题相同，分工和督查时分不清是哪一项。
改法: 并成一项，或者改出区别。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 加强高价值专利培育, 内容: 实施培育计划。}
          - {标题: 加强高价值专利培育, 内容: 修订资助办法。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 加强高价值专利培育, 内容: 实施培育计划。}
          - {标题: 优化专利资助, 内容: 修订资助办法。}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planforge.model import Document, Task
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="STR010",
    name="标题重复",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一内容不重复表述",
)
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class _Uses:
    """The tasks with one heading, and the numbers of the levels that they stand on."""

    tasks: list[Task] = field(default_factory=list)
    levels: set[int] = field(default_factory=set)


def check(context: RuleContext) -> Iterator[Finding]:
    levels = _levels(context.document)
    uses = _uses(levels)
    for heading, found in uses.items():
        if len(found.tasks) > 1 and len(heading) >= _SHORTEST and not _is_pattern(heading, uses, levels):
            for task in found.tasks[1:]:
                message = f"标题“{heading}”与第{found.tasks[0].line}行的重复"
                yield Finding(task.heading, message, task, "并成一项，或者改出区别")


def _levels(document: Document) -> list[Sequence[Task]]:
    return [document.sections, *(node.tasks for node in document.walk() if not node.marker.startswith("专栏"))]


def _uses(levels: Sequence[Sequence[Task]]) -> dict[str, _Uses]:
    uses: defaultdict[str, _Uses] = defaultdict(_Uses)
    for number, level in enumerate(levels):
        for task in level:
            if task.heading.value:
                uses[task.heading.value].tasks.append(task)
                uses[task.heading.value].levels.add(number)
    return dict(uses)


def _is_pattern(heading: str, uses: Mapping[str, _Uses], levels: Sequence[Sequence[Task]]) -> bool:
    """Whether several parts are divided alike: they share another heading as well, or there are three of them."""
    found = uses[heading]
    if len(found.levels) < len(found.tasks):
        return False
    beside = {task.heading.value for task in min((levels[number] for number in found.levels), key=len)}
    return len(found.levels) > 2 or any(found.levels <= uses[name].levels for name in beside - {heading, ""})
