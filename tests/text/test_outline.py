import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.model import Attachment, Deadline, Document, Section, Target, Task, Text, Units
from planforge.text.outline import bare, complete, explicit


def ids(document: Document) -> list[str]:
    return [node.id for node in document.walk()]


def tasks(*markers: str) -> tuple[Task, ...]:
    return tuple(Task(marker=marker, heading=Text("事项")) for marker in markers)


def plan(*sections: Section, year: int | None = 2027, title: str = "") -> Document:
    return complete(Document(title=Text(title), year=year, sections=sections))


def test_missing_markers_are_those_of_the_level() -> None:
    inner = Task(tasks=(Task(tasks=tasks("")),))
    document = plan(Section(tasks=(inner,)), Section())
    assert [node.marker for node in document.walk()] == ["一、", "（一）", "1.", "（1）", "二、"]
    assert ids(document) == ["1", "1.1", "1.1.1", "1.1.1.1", "2"]


def test_a_missing_marker_follows_its_siblings() -> None:
    document = plan(Section(tasks=tasks("1.", "", "3.")))
    assert [task.marker for task in document.sections[0].tasks] == ["1.", "2.", "3."]


def test_numbers_that_run_on_across_sections_are_part_of_the_ids() -> None:
    document = plan(Section(tasks=tasks("（一）", "（二）")), Section(tasks=tasks("（三）", "（四）")))
    assert ids(document) == ["1", "1.1", "1.2", "2", "2.3", "2.4"]


def test_numbers_that_run_on_below_another_level_are_part_of_the_ids_and_come_back() -> None:
    first, last = Section(tasks=tasks("1.", "2.")), Section(tasks=tasks("5.", "6."))
    between = Section(tasks=(Task(marker="（一）", tasks=tasks("3.")), Task(marker="（二）", tasks=tasks("4."))))
    document = plan(first, between, last)
    assert ids(document) == ["1", "1.1", "1.2", "2", "2.1", "2.1.3", "2.2", "2.2.4", "3", "3.5", "3.6"]


def test_a_number_that_begins_anew_below_another_level_is_counted_from_one() -> None:
    between = Section(tasks=(Task(marker="（一）", tasks=tasks("1.", "3.")),))
    document = plan(Section(tasks=tasks("1.", "2.")), between, Section(tasks=tasks("1.")))
    assert ids(document) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "3", "3.1"]


def test_a_wrong_number_is_mended_and_its_marker_kept() -> None:
    document = plan(Section(tasks=tasks("1.", "3.", "3.")))
    assert [(t.marker, t.number, t.id) for t in document.sections[0].tasks] == [
        ("1.", 1, "1.1"),
        ("3.", 2, "1.2"),
        ("3.", 3, "1.3"),
    ]


def test_unnumbered_nodes_go_by_their_position_and_stay_unmarked() -> None:
    loose = tuple(Task(heading=Text(name), unnumbered=True) for name in "甲乙")
    document = plan(Section(unnumbered=True), Section(marker="一、", tasks=loose))
    assert ids(document) == ["p1", "1", "1.1", "1.2"]
    assert [node.marker for node in document.walk()] == ["", "一、", "", ""]
    assert document.sections[1].tasks[0].number is None


def test_an_id_of_the_author_stays_and_leads_those_below() -> None:
    document = plan(Section(id="保护", own_id=True, tasks=tasks("")))
    assert ids(document) == ["保护", "保护.1"]


def test_two_numberings_side_by_side_give_different_ids() -> None:
    document = plan(Section(tasks=tasks("（一）", "1.", "（二）")))
    assert ids(document) == ["1", "1.1", "1.1~2", "1.2"]


def test_arabic_numbers_run_on_whatever_mark_stands_behind_them() -> None:
    nodes = complete(plan(Section(tasks=tasks("1、", "2．", "3.")))).sections[0].tasks
    assert [(node.id, node.number) for node in nodes] == [("1.1", 1), ("1.2", 2), ("1.3", 3)]
    apart = complete(plan(Section(tasks=tasks("1、", "2、", "1.", "2.")))).sections[0].tasks
    assert [node.number for node in apart] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    "markers", [("（一）", "", "第三条"), ("（一）", "", "2."), ("", "（一）", "2."), ("", "（六）", "7.")]
)
def test_a_marker_that_is_missing_among_several_styles_comes_to_the_same_once_it_is_there(
    markers: tuple[str, ...],
) -> None:
    once = complete(plan(Section(tasks=tasks(*markers))))
    assert complete(once) == once
    assert complete(bare(once)) == once


def test_boxes_are_counted_for_themselves() -> None:
    document = plan(Section(tasks=tasks("（一）", "专栏1", "（二）")))
    assert ids(document) == ["1", "1.1", "1.专栏1", "1.2"]


def test_nodes_of_attachments_have_ids_of_their_own() -> None:
    document = complete(Document(attachments=(Attachment(sections=(Section(tasks=tasks("")),)),)))
    assert [node.id for node in document.attachments[0].sections[0].walk()] == ["附件1.1", "附件1.1.1"]


def test_a_leaf_has_its_measures_and_what_its_words_say() -> None:
    text = Text("新增示范校10所。2027年6月底前完成验收。")
    (leaf,) = plan(Section(text=text)).leaves()
    assert [clause.id for clause in leaf.clauses] == ["1/1", "1/2"]
    assert [target.indicator for target in leaf.targets] == ["新增示范校"]
    assert [deadline.text.value for deadline in leaf.deadlines] == ["2027年6月底前"]


def test_a_text_above_nested_tasks_is_no_measure() -> None:
    document = plan(Section(text=Text("重点做好以下工作。"), tasks=tasks("")))
    assert document.sections[0].clauses == ()


def test_what_the_author_wrote_out_comes_first_and_is_not_doubled() -> None:
    written = Deadline(Text("6月30日前"), None)
    document = Document(year=2027, sections=(Section(text=Text("6月30日前完成，年内推广。"), deadlines=(written,)),))
    (section,) = complete(document).sections
    assert section.deadlines[0] is written
    same = Target(Text("写明"), "示范校", "=", 10.0, "所", 2027)
    document = Document(sections=(Section(text=Text("建成示范校10所。"), targets=(same,)),))
    assert complete(document).sections[0].targets == (same,)


def test_a_plan_of_a_period_is_due_at_its_end_and_dates_no_month() -> None:
    document = plan(
        Section(text=Text("年专利授权量突破1000件，6月底前报告。")), year=2020, title="某区知识产权规划（2020—2022年）"
    )
    (section,) = document.sections
    assert section.targets[0].year == 2022
    assert section.deadlines[0].date is None


def test_a_five_year_plan_is_due_in_its_last_year() -> None:
    document = plan(
        Section(text=Text("2024年，专利拥有量5件。力争专利拥有量达到9件。")), year=None, title="某市“十五五”规划"
    )
    assert [target.year for target in document.sections[0].targets] == [2030]


@pytest.mark.parametrize("words", ["“十五五”开局之年作战图", "“十五五”规划收官之年工作要点", "十五五首年工作清单"])
def test_a_plan_of_one_year_of_five_is_due_in_its_own(words: str) -> None:
    document = plan(Section(text=Text("专利拥有量达到9件，6月底前报告。")), year=2028, title="某市" + words)
    (section,) = document.sections
    assert [target.year for target in section.targets] == [2028]
    assert [str(deadline.date) for deadline in section.deadlines] == ["2028-06-30"]


def test_what_a_section_looks_back_on_sets_no_targets() -> None:
    past = Section(heading=Text("工作回顾"), role="background", tasks=(Task(text=Text("森林覆盖率达到45%。")),))
    document = plan(past)
    assert [task.targets for task in document.walk()] == [(), ()]
    assert complete(bare(document)) == document


def test_the_year_that_leads_to_a_list_of_goals_holds_for_its_items() -> None:
    items = (Task(text=Text("产业规模达到1000亿元。")), Task(text=Text("到2030年，产业规模达到2000亿元。")))
    document = plan(Section(heading=Text("发展目标"), text=Text("到2028年，建成产业高地。"), tasks=items))
    assert [task.targets[0].year for task in document.sections[0].tasks] == [2028, 2030]
    assert complete(bare(document)) == document


def test_a_node_can_be_written_without_what_its_words_say_again() -> None:
    own = Target(Text("另定"), "培训", ">=", 100.0, "人", 2027)
    document = plan(Section(text=Text("建成示范校10所，6月底前完成。"), targets=(own,)))
    (section,) = document.sections
    assert len(section.targets) == 2
    slim = explicit(section, document)
    assert slim.targets == (own,)
    assert slim.deadlines == ()


MARKERS = st.sampled_from(["", "", "一、", "（一）", "（二）", "（五）", "1.", "3.", "①", "专栏1", "第一条", "★", "——"])
WORDS = st.sampled_from(
    ["", "抓好落实。", "建成示范校10所。", "6月底前完成；年内推广。", "（市科技局负责）增长5%。", "一是甲。二是乙。"]
).map(Text)
LIMITS = st.lists(
    st.sampled_from(["6月底前", "年内", "长期"]).map(lambda words: Deadline(Text(words))), max_size=2
).map(tuple)
NAMES = st.lists(st.sampled_from(["市科技局", "市教育局"]).map(Text), max_size=2, unique=True).map(tuple)


def nodes(depth: int) -> st.SearchStrategy[Task]:
    return st.builds(
        Task,
        marker=MARKERS,
        heading=WORDS,
        text=WORDS,
        closing=WORDS,
        deadlines=LIMITS,
        units=st.builds(Units, lead=NAMES, responsible=NAMES),
        unnumbered=st.booleans(),
        tasks=st.lists(nodes(depth - 1), max_size=2).map(tuple) if depth else st.just(()),
    )


SECTIONS = nodes(2).map(
    lambda task: Section(**{name: getattr(task, name) for name in Task.__slots__})  # type: ignore[arg-type]
)
DOCUMENTS = st.builds(Document, year=st.sampled_from([None, 2027]), sections=st.lists(SECTIONS, max_size=3).map(tuple))


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_a_complete_document_is_complete(document: Document) -> None:
    once = complete(document)
    assert complete(once) == once
    assert len(set(ids(once))) == len(ids(once))


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_a_bare_document_is_completed_to_the_same(document: Document) -> None:
    once = complete(document)
    assert complete(bare(once)) == once


def test_the_limits_of_rules_are_no_targets() -> None:
    section = Section(text=Text("新建居住区绿地率不低于35%。"))
    rules = complete(Document(title=Text("示例市绿化管理办法（试行）"), sections=(section,)))
    assert rules.sections[0].targets == ()
