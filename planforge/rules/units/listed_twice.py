"""同一项任务里，一个单位只应当列一次。

说明: 同一个单位列了两次，或者既牵头又配合的，在第二次出现处报告。
理由: 多由复制造成；既牵头又配合，分不清责任。
改法: 删去一处。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: 市财政局, 配合单位: [市知识产权局, 市财政局]}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 牵头单位: 市财政局, 配合单位: 市知识产权局}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Span, Task, Text
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="UNI004",
    name="单位重复",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：一项任务里每个单位只列一次",
)


#: Characters between two names of one list at most: “按职责分工负责，”.
_GAP = 12
#: A list that goes on in the next line begins near its head: 配合单位: 市财政局.
_HEAD = 24


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        for names in _lists(task):
            seen: set[str] = set()
            for unit in names:
                if unit.value in seen:
                    yield Finding(unit, f"单位“{unit.value}”在本项里列了两次", task, "删去一处")
                seen.add(unit.value)


def _lists(task: Task) -> Iterator[list[Text]]:
    """The units of a node in the order of the source, cut where one list of several ends."""
    found: list[Text] = []
    places = {(unit.value, unit.at(0)): unit for unit in task.units}
    for unit in sorted(places.values(), key=lambda unit: unit.at(0)):
        if found and not _goes_on(found[-1].span(), unit.span()):
            yield found
            found = []
        found.append(unit)
    yield found


def _goes_on(last: Span, following: Span) -> bool:
    lines = following.start.line - last.end.line
    if lines == 0:
        return following.start.column - last.end.column <= _GAP
    return lines <= 2 and following.start.column <= _HEAD
