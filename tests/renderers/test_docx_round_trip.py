"""What is set as a Word file is read back as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.importers import read
from planforge.model import Document, Section, Task, Text, Units
from planforge.renderers import docx

Make = Callable[..., Any]

HEADINGS = ("健全工作机制", "强化司法保护", "培育优势企业", "推进平台建设", "做好宣传引导")
TEXTS = (
    "制定年度计划，明确责任分工。",
    "开展专项执法行动，全年办理案件不少于20件。",
    "组织培训，提升能力；建立台帐，定期通报。",
)
UNITS = (
    Units(),
    Units(lead=(Text("市司法局"),)),
    Units(lead=(Text("市公安局"),), support=(Text("市教育局"), Text("市财政局"))),
)


def leaf(words: tuple[str, str, Units]) -> Task:
    return Task(heading=Text(words[0]), text=Text(words[1]), units=words[2])


leaves = st.tuples(st.sampled_from(HEADINGS), st.sampled_from(TEXTS), st.sampled_from(UNITS)).map(leaf)
groups = st.builds(
    lambda heading, tasks: Task(heading=Text(heading), tasks=tuple(tasks)),
    st.sampled_from(HEADINGS),
    st.lists(leaves, min_size=1, max_size=3),
)
sections = st.builds(
    lambda heading, tasks: Section(heading=Text(heading + "，完善保护体系"), tasks=tuple(tasks)),
    st.sampled_from(HEADINGS),
    st.one_of(st.lists(leaves, min_size=1, max_size=4), st.lists(groups, min_size=1, max_size=3)),
)


def structure(document: Document) -> list[tuple[Any, ...]]:
    return [(n.id, n.marker, n.heading.value, n.text.value, n.units, n.deadlines, n.targets) for n in document.walk()]


@settings(max_examples=25, deadline=None)
@given(st.lists(sections, min_size=1, max_size=3), st.integers(1, 3))
def test_structure_units_and_numbers_survive_the_word_file(make_plan: Make, body: list[Section], issuers: int) -> None:
    plan = make_plan(issuers, body=tuple(body))
    again = read(docx.render(plan), "要点.docx").document
    assert again.title == plan.title
    assert structure(again) == structure(plan)
