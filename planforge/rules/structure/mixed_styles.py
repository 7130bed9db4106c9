"""同一层的编号应当用同一种样式。

说明: 同一个上级之下，样式与多数不同的编号，报告。“1.”与“1、”算两种。
    各部分的任务用的样式不同的，少数的部分各报告一次；不分多少的（只有两个部分等），以国家标准列在前面的样式为准，
    只比任务部分，不比总体要求、保障措施。
理由: 样式混用，看不出是不是同一层。
改法: 改成与其他项相同的样式；可由 --fix 自动改正。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利}
          - {序号: （二）, 标题: 优化专利资助}
          - {序号: 3., 标题: 加强商标培育}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {序号: 一、, 标题: 强化创造, 任务: [{序号: 1., 标题: 培育专利}, {序号: 2., 标题: 优化资助}]}
      - {序号: 二、, 标题: 强化保护, 任务: [{序号: （一）, 标题: 加强执法}, {序号: （二）, 标题: 加强维权}]}
      - {序号: 三、, 标题: 强化运用, 任务: [{序号: （一）, 标题: 质押融资}, {序号: （二）, 标题: 开放许可}]}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {序号: 一、, 标题: 强化创造, 任务: [{序号: 1、, 标题: 培育专利}, {序号: 2、, 标题: 优化资助}]}
      - {序号: 二、, 标题: 强化保护, 任务: [{序号: （一）, 标题: 加强执法}, {序号: （二）, 标题: 加强维权}]}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利}
          - {序号: （二）, 标题: 优化专利资助}
          - {序号: （三）, 标题: 加强商标培育}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {序号: 一、, 标题: 总体要求, 任务: [{序号: 1., 标题: 指导思想}, {序号: 2., 标题: 主要目标}]}
      - {序号: 二、, 标题: 强化保护, 任务: [{序号: （一）, 标题: 加强执法}, {序号: （二）, 标题: 加强维权}]}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planforge.model import Section, Task
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._names import marker_place
from planforge.text.numbering import STANDARD_STYLES, Marker, Style, lone_marker

RULE = Rule(
    code="STR009",
    name="同一层编号样式不一致",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012，7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
)
#: Of fewer sections none is the odd one.
_SECTIONS = 3
#: Boxes and attachments are numbered beside the tasks.
_APART: tuple[Style, ...] = ("专栏1", "附件1")


def check(context: RuleContext) -> Iterator[Finding]:
    yield from _odd_ones(context.document.sections)
    yield from _odd_sections(context.document.sections)
    for task in context.document.walk():
        yield from _odd_ones(task.tasks)


def _odd_ones(level: Sequence[Task]) -> Iterator[Finding]:
    marked = _marked(level)
    common = _common([marker for _, marker in marked])
    start = _start([marker for _, marker in marked], common) if common else 1
    for number, (task, marker) in enumerate(marked, start):
        if common and marker.style != common.style:
            better = common.numbered(number)
            place = marker_place(task)
            fix = rewrite(place, better) if place.value == task.marker else None
            yield Finding(place, f"编号“{task.marker}”与同一层其他编号样式不同", task, f"改为“{better}”", fix)


def _start(markers: Sequence[Marker], common: Marker) -> int:
    """The number of the first marker, by the place and number of the first that has the style of most."""
    place = next(place for place, marker in enumerate(markers) if marker.style == common.style)
    return max(1, markers[place].number - place)


def _odd_sections(sections: Sequence[Section]) -> Iterator[Finding]:
    """Sections whose tasks are numbered in another style than those of the others."""
    level = _marked([section.tasks[0] for section in sections if section.tasks])
    common = _common([marker for _, marker in level]) if len(level) >= _SECTIONS else None
    if common is None:
        level = _marked([section.tasks[0] for section in sections if section.role == "tasks" and section.tasks])
        common = _highest([marker for _, marker in level])
    for task, marker in level:
        if common and marker.style != common.style:
            message = f"这一部分的任务用“{task.marker}”编号，其他部分用“{common.numbered(1)}”"
            yield Finding(marker_place(task), message, task, f"统一为“{common.numbered(1)}”一类")


def _marked(level: Sequence[Task]) -> list[tuple[Task, Marker]]:
    """The tasks of a level that bear a marker as tasks do, each with it."""
    marked = ((task, lone_marker(task.marker)) for task in level)
    return [(task, marker) for task, marker in marked if marker and marker.style not in _APART]


def _highest(markers: Sequence[Marker]) -> Marker | None:
    """The first of the markers whose style the standard names before those of the others."""
    ranked = [marker for marker in markers if marker.style in STANDARD_STYLES]
    return min(ranked, key=lambda marker: STANDARD_STYLES.index(marker.style), default=None)


def _common(markers: Sequence[Marker]) -> Marker | None:
    """A marker of the style that more than half have."""
    ranked = Counter(marker.style for marker in markers).most_common(1)
    if not ranked or ranked[0][1] * 2 <= len(markers):
        return None
    return next(marker for marker in markers if marker.style == ranked[0][0])
