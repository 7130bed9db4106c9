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
from collections.abc import Iterator, Sequence

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


#: A heading's tasks, each with the number of the level that it stands on.
_Places = Sequence[tuple[int, Task]]


def check(context: RuleContext) -> Iterator[Finding]:
    places = _places(context.document)
    for heading, found in places.items():
        if len(found) > 1 and len(heading) >= _SHORTEST and not _is_pattern(heading, places):
            for _, task in found[1:]:
                message = f"标题“{heading}”与第{found[0][1].line}行的重复"
                yield Finding(task.heading, message, task, "并成一项，或者改出区别")


def _places(document: Document) -> dict[str, _Places]:
    places: defaultdict[str, list[tuple[int, Task]]] = defaultdict(list)
    levels = [document.sections, *(node.tasks for node in document.walk() if not node.marker.startswith("专栏"))]
    for number, level in enumerate(levels):
        for task in level:
            if task.heading.value:
                places[task.heading.value].append((number, task))
    return dict(places)


def _is_pattern(heading: str, places: dict[str, _Places]) -> bool:
    """Whether several parts are divided alike: they share another heading as well, or there are three of them."""
    levels = _levels(places[heading])
    if len(levels) < len(places[heading]):
        return False
    return len(levels) > 2 or any(levels <= _levels(other) for name, other in places.items() if name != heading)


def _levels(places: _Places) -> set[int]:
    return {level for level, _ in places}
