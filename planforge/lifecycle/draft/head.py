"""The comments at the head of a draft: where it comes from, and all that its author must decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.draft.carry import TO_DECIDE
from planforge.lifecycle.draft.stubs import UNITS_OF, WHO
from planforge.model import Diagnostic, Document, Task
from planforge.text.places import wheres

_MOST_PLACES = 6
_LINE = re.compile(r"(?<=第)\d+(?=行)")


@dataclass(frozen=True, slots=True)
class Findings:
    """What is told at the head: `general` questions about no task, tasks left out (place, task), superior items that a
    person must compare, and what a check of the draft finds.
    """

    general: tuple[str, ...] = ()
    finished: tuple[tuple[str, Task], ...] = ()
    review: tuple[str, ...] = ()
    check: tuple[Diagnostic, ...] = ()


def head(
    draft: Document, last: Document, superiors: Sequence[tuple[str, Document]], found: Findings
) -> tuple[str, ...]:
    """The lines, without their comment signs."""
    return (
        *_sources(draft, last, superiors),
        *_list("整份文件", [TO_DECIDE + words for words in found.general]),
        *_list("各项任务（写在那一项的上面，定了就删掉那一行）", _questions(draft)),
        *_list("上年已完成、没有列入的任务", [_left_out(*each) for each in found.finished]),
        *_list("上级条目，须对照原文看本稿是否已经落实", found.review),
        *_list("planforge check 还会指出", _findings(found.check)),
    )


def pushed_down(finding: Diagnostic, lines: int) -> Diagnostic:
    """A finding of a draft with so many lines put above it: where it is, and the lines of the draft that it names."""
    start, end = (replace(each, line=each.line + lines) for each in (finding.span.start, finding.span.end))
    message = _LINE.sub(lambda found: str(int(found[0]) + lines), finding.message)
    return replace(finding, span=replace(finding.span, start=start, end=end), message=message, fix=None)


def _sources(draft: Document, last: Document, superiors: Sequence[tuple[str, Document]]) -> Iterator[str]:
    new = sum(any("（上年没有" in line or "上年没有的措施" in line for line in n.remarks) for n in draft.walk())
    yield f"{draft.title.value}（草稿）"
    yield f"由 planforge draft 起草。上年：《{last.title.value}》"
    yield from (f"上级：{alias} 《{document.title.value}》" for alias, document in superiors)
    yield f"共 {sum(1 for _ in draft.leaves())} 项任务，其中按上级文件新增 {new} 项。每一项的来源写在它的上面。"


def _list(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title}（{len(lines)} 处）："
        yield from (f"  - {line}" for line in lines)


def _questions(draft: Document) -> list[str]:
    """A line for each question about a task, in reading order; then one for each unit of the superiors'."""
    asked = [(node, line.removeprefix(TO_DECIDE)) for node in draft.walk() for line in node.remarks if _is_open(line)]
    own = [f"{_name(node)}：{cropped(words)}" for node, words in asked if not words.endswith(WHO)]
    units: dict[str, list[str]] = defaultdict(list)
    places = wheres(draft)
    for node, words in asked:
        for unit in words.removeprefix(UNITS_OF).removesuffix(WHO).split("、") if words.endswith(WHO) else ():
            units[unit].append(places[id(node)])
    return [*own, *(f"{UNITS_OF}{unit}{WHO}（{_listed(found)}）" for unit, found in units.items())]


def _is_open(line: str) -> bool:
    return line.startswith(TO_DECIDE)


def _listed(places: Sequence[str]) -> str:
    return "、".join(places[:_MOST_PLACES]) + (f"等{len(places)}项" if len(places) > _MOST_PLACES else "")


def cropped(words: str, most: int = 60) -> str:
    """As many of the words as a line of the head takes."""
    return words if len(words) <= most else words[: most - 1] + "…"


def _name(node: Task) -> str:
    return cropped(node.marker + (node.heading.value or node.text.value), 24)


def _left_out(place: str, task: Task) -> str:
    proof = f"（{task.evidence or task.progress}）" if task.evidence or task.progress else ""
    return f"{place} {task.heading.value or task.text.value[:30]}{'' if task.status == 'done' else '（取消）'}{proof}"


def _findings(found: Sequence[Diagnostic]) -> list[str]:
    """A line for each rule, with the places."""
    codes = dict.fromkeys(each.code for each in found)
    return [_finding([each for each in found if each.code == code]) for code in codes]


def _finding(same: Sequence[Diagnostic]) -> str:
    first = same[0]
    if len(same) == 1:
        return f"{first.code} {first.where}：{first.message}".replace("\n", " ")
    places = list(dict.fromkeys(each.where for each in same if each.where))
    shown = "、".join(places[:_MOST_PLACES]) + ("……" if len(places) > _MOST_PLACES else "")
    return f"{first.code} {len(same)} 处：{first.message}（{shown}）".replace("\n", " ")
