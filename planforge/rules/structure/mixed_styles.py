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
from planforge.text.numbering import STANDARD_STYLES, Marker, Style, format_marker, leading_marker

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
    marked = [
        (task, marker) for task in level if (marker := leading_marker(task.marker)) and marker.style not in _APART
    ]
    common = _common_style([marker for _, marker in marked])
    for task, marker in marked:
        if common and marker.style != common:
            better = format_marker(common, task.number or marker.number)
            place = marker_place(task)
            fix = rewrite(place, better) if place.value == task.marker else None
            yield Finding(place, f"编号“{task.marker}”与同一层其他编号样式不同", task, f"改为“{better}”", fix)


def _odd_sections(sections: Sequence[Section]) -> Iterator[Finding]:
    """Sections whose tasks are numbered in another style than those of the others."""
    level = _first_tasks(sections)
    common = _common_style([marker for _, marker in level]) if len(level) >= _SECTIONS else None
    if common is None:
        level = _first_tasks([section for section in sections if section.role == "tasks"])
        common = _highest_style([marker for _, marker in level])
    for task, marker in level:
        if common and marker.style != common:
            message = f"这一部分的任务用“{task.marker}”编号，其他部分用“{format_marker(common, 1)}”"
            yield Finding(marker_place(task), message, task, f"统一为“{format_marker(common, 1)}”一类")


def _first_tasks(sections: Sequence[Section]) -> list[tuple[Task, Marker]]:
    """The first task of each section, with its marker, where they are tasks like others."""
    firsts = [(section.tasks[0], leading_marker(section.tasks[0].marker)) for section in sections if section.tasks]
    return [(task, marker) for task, marker in firsts if marker and marker.style not in _APART]


def _highest_style(markers: Sequence[Marker]) -> Style | None:
    """The style that the standard names first among those of the markers."""
    styles = {marker.style for marker in markers}
    return next((style for style in STANDARD_STYLES if style in styles), None)


def _common_style(markers: Sequence[Marker]) -> Style | None:
    """The style of more than half of the markers."""
    ranked = Counter(marker.style for marker in markers).most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] * 2 > len(markers) else None
