"""编号应当连续，不跳号、不重号、不倒序。

说明: 同一层次的编号依次递增；整篇连续编号的（如各部分之下的“1.”到“19.”连排），按连续编号核对。
理由: 编号错了，引用“第几项”就会指错，分工和督查台账随之出错。
改法: 按本项应有的编号改；可由 --fix 自动改正。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: 1., 标题: 培育高价值专利}
          - {序号: 2., 标题: 优化专利资助}
          - {序号: 2., 标题: 加强商标培育}
          - {序号: 4., 标题: 用好地理标志}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: 1., 标题: 培育高价值专利}
          - {序号: 2., 标题: 优化专利资助}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.model import Document, Edit, Fix, Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import marker_place
from planforge.text.numbering import Marker, Style, lone_marker

RULE = Rule(
    code="STR001",
    name="编号不连续",
    severity="error",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核段落顺序是否准确",
    replaces=("I101",),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A node whose printed number is `shift` away from what it should be; `before`: the marker ahead of it."""

    task: Task
    printed: Marker
    expected: int
    before: str

    @property
    def shift(self) -> int:
        return self.printed.number - self.expected

    @property
    def marker(self) -> str:
        return self.printed.numbered(self.expected)


def check(context: RuleContext) -> Iterator[Finding]:
    for run in _runs(_slips(context)):
        yield _finding(run)


def _slips(context: RuleContext) -> Iterator[Slip]:
    before: dict[Style, str] = {}
    running = _running_on(context.document)
    for task in context.document.walk():
        printed = lone_marker(task.marker)
        if printed is None or task.number is None:
            continue
        if printed.number != task.number and id(task) not in running:
            yield Slip(task, printed, task.number, before.get(printed.style, ""))
        before[printed.style] = task.marker


def _running_on(document: Document) -> set[int]:
    """Ids of nodes whose numbers run on through markers of several styles (1、（二）（三）): STR009 tells of those."""
    found: set[int] = set()
    for level in (document.sections, *(task.tasks for task in document.walk())):
        markers = [lone_marker(task.marker) for task in level]
        styles = {marker.style for marker in markers if marker}
        if len(styles) > 1 and [marker.number if marker else 0 for marker in markers] == [*range(1, len(level) + 1)]:
            found.update(map(id, level))
    return found


def _runs(slips: Iterator[Slip]) -> Iterator[list[Slip]]:
    """Slips that one cause explains: after a gap or a repeat all numbers of the level are off by the same."""
    run: list[Slip] = []
    for slip in slips:
        if run and not _goes_on(run[-1], slip):
            yield run
            run = []
        run.append(slip)
    if run:
        yield run


def _goes_on(last: Slip, slip: Slip) -> bool:
    same = slip.printed.style == last.printed.style and slip.shift == last.shift
    return same and slip.expected == last.expected + 1


def _finding(run: list[Slip]) -> Finding:
    first = run[0]
    message = f"编号“{first.task.marker}”应为“{first.marker}”"
    message += f"：前一个编号是“{first.before}”" if first.before else "：这是第一个编号"
    message += f"；以下{len(run) - 1}个编号随之改" if len(run) > 1 else ""
    return Finding(
        marker_place(first.task), message, first.task, f"把“{first.task.marker}”改为“{first.marker}”", _fix(run)
    )


def _fix(run: list[Slip]) -> Fix | None:
    """All markers of the run, or nothing where one of them doesn't stand in the source as it was read."""
    if not all(slip.task.place.value.startswith(slip.task.marker) for slip in run):
        return None
    places = ((marker_place(slip.task), slip.marker) for slip in run)
    edits = (Edit(place.span(), marker, place.value) for place, marker in places)
    return Fix(f"改为“{run[0].marker}”" + ("等" if len(run) > 1 else ""), safe=True, edits=tuple(edits))
