"""The brackets of a closing unit list: taken off the text when it is read, and proofread all the same."""

from __future__ import annotations

import pytest

from planforge.engine import run
from planforge.fix import apply
from planforge.importers import read
from planforge.rules import RuleContext, RuleSelection

PLAN = """\
青岩县2027年乡村振兴工作要点
一、守住底线
1.健全机制。完善监测机制，守住底线。(责任单位:县农业农村局、县民政局)
2.巩固成果。落实帮扶政策（责任单位：县民政局(社会救助股);完成时限:6月底前）。
3.做好宣传。加强宣传，讲好故事。
牵头单位:县民政局;配合单位:县司法局
"""
MENDED = """\
青岩县2027年乡村振兴工作要点
一、守住底线
1.健全机制。完善监测机制，守住底线。（责任单位：县农业农村局、县民政局）
2.巩固成果。落实帮扶政策（责任单位：县民政局（社会救助股）；完成时限：6月底前）。
3.做好宣传。加强宣传，讲好故事。
牵头单位：县民政局；配合单位：县司法局
"""
ATTACHED = "示例县2027年工作要点\n一、重点任务\n（一）办好事。办好十件事。\n附件\n任务分解\n" + PLAN.partition("\n")[2]


def marks(text: str) -> list[tuple[str, int, str]]:
    context = RuleContext(
        read(text.encode(), "要点.txt").document, selection=RuleSelection(select=("PUN002", "PUN003"))
    )
    return [(d.code, d.span.start.line, d.message) for d in run(context)]


def test_half_width_marks_around_units_are_told_once_each() -> None:
    assert [(code, line) for code, line, _ in marks(PLAN)] == [
        ("PUN002", 3),
        ("PUN003", 3),
        ("PUN002", 4),
        ("PUN003", 4),
        ("PUN003", 6),
        ("PUN003", 6),
        ("PUN003", 6),
    ]
    assert marks(MENDED) == []


def test_fixing_mends_the_brackets_and_what_stands_in_them() -> None:
    text = PLAN
    for _ in range(3):
        text = apply(text, run(RuleContext(read(text.encode(), "要点.txt").document)), "要点.txt")
    assert text == MENDED


def test_lists_in_an_attachment_are_proofread_as_well() -> None:
    assert any(code == "PUN002" and "责任单位" in message for code, _, message in marks(ATTACHED))


@pytest.mark.parametrize("ending", ["（责任单位：县民政局；完成时限：6月底前）", "（县民政局、县司法局负责）"])
def test_a_list_with_full_width_marks_has_nothing_to_mend(ending: str) -> None:
    assert marks(f"示例县2027年工作要点\n一、重点任务\n（一）办好事。办好十件事。{ending}\n") == []


@pytest.mark.parametrize(("tasks", "told"), [(5, 5), (6, 1)])
def test_many_tasks_with_several_leads_are_told_as_one(tasks: int, told: int) -> None:
    lines = [f"{number}.办事。办好事。（牵头单位：市民政局、市司法局）" for number in range(1, tasks + 1)]
    document = read("\n".join(["示例市2027年工作要点", "一、重点任务", *lines]).encode(), "要点.txt").document
    found = run(RuleContext(document, selection=RuleSelection(select=("UNI003",))))
    assert len(found) == told
    assert (f"全文有{tasks}项任务" in found[0].message) == (told == 1)
