"""What every rule keeps, whatever the text; and options, which examples don't show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.engine import load_rules, run
from planforge.fix import apply
from planforge.model import Document, InputError, Roster, RosterUnit, Section, Task, Text, Units
from planforge.rules import RuleContext, RuleSelection
from planforge.text.outline import complete

FILE = "要点.txt"
#: Pieces that official texts are made of, and that rules look for.
PIECES = st.sampled_from(
    [
        *"“”‘’《》〈〉（）()〔〕[]，。；：、,;.\"' 零一二三是年月日号的了Oo0123456789%-—",
        "知识产权",
        "台帐",
        "2027年",
        "第",
        "达到",
        "等……",
    ]
)


def document(text: str) -> Document:
    task = Task(heading=Text.at_place("加强保护", FILE, 2), text=Text.at_place(text, FILE, 1))
    section = Section(heading=Text.at_place("主要任务", FILE, 3), tasks=(task, task))
    return complete(Document(kind="work_plan", year=2027, sections=(section,), file=FILE))


def codes(text: str, options: dict[str, dict[str, object]]) -> list[str]:
    selection = RuleSelection(select=tuple(options), options=options)
    return [found.code for found in run(RuleContext(document(text), selection=selection))]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_breaks_a_rule_and_findings_stay_within_it(text: str) -> None:
    for found in run(RuleContext(document(text))):
        assert found.message and 1 <= found.span.start.line <= 3
        if found.span.start.line == 1:
            assert 1 <= found.span.start.column <= found.span.end.column <= len(text) + 1


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_safe_fixes_come_to_an_end(text: str) -> None:
    for _ in range(8):
        fixed = apply(text, run(RuleContext(document(text))), FILE)
        if fixed == text:
            return
        text = fixed
    raise AssertionError(f"still changing: {text}")


def test_names_and_bases_are_told_for_every_rule() -> None:
    for loaded in load_rules():
        assert loaded.rule.name and loaded.rule.basis and loaded.rule.severity in ("error", "warning", "info")


def test_what_the_standard_only_permits_is_never_an_error() -> None:
    for rule in (loaded.rule for loaded in load_rules()):
        if "通常" in rule.basis or "可以" in rule.basis:
            assert rule.severity != "error", rule.code


def test_a_term_of_the_office_is_found_by_its_own_list() -> None:
    options: dict[str, dict[str, object]] = {"WRD010": {"terms": {"示例市知产局": "示例市知识产权局"}}}
    assert codes("请示例市知产局牵头。", options) == ["WRD010"]


def test_lists_of_words_can_be_replaced() -> None:
    assert codes("适时检查。", {"DDL005": {"words": []}}) == []
    assert codes("改日检查。", {"DDL005": {"words": "改日"}}) == ["DDL005"]


def test_the_order_of_leaders_is_the_users() -> None:
    options: dict[str, dict[str, object]] = {"WRD009": {"order": ["张一", "李二"]}}
    assert codes("李二、张一分别负责。", options) == ["WRD009"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"UNI003": {"most": "很多"}}, "应当是数字"),
        ({"UNI003": {"least": 1}}, "most"),
        ({"DDL005": {"words": 3}}, "一个词或者一列词"),
        ({"WRD010": {"terms": ["甲"]}}, "误: 正"),
        ({"XYZ001": {"words": "甲"}}, "XYZ001"),
    ],
)
def test_an_option_that_is_wrong_is_named(options: dict[str, dict[str, object]], words: str) -> None:
    with pytest.raises(InputError, match=words):
        codes("适时检查。", options)


@pytest.mark.parametrize("piece", ["“", "《甲", "甲，", "1", "甲 ", "《甲乙丙丁》", '"甲'])
def test_endless_repetition_takes_time_in_proportion(piece: str) -> None:
    task = Task(heading=Text.at_place("加强保护", FILE, 2), text=Text.at_place(piece * 15_000, FILE, 1))
    section = Section(heading=Text.at_place("主要任务", FILE, 3), tasks=(task,))
    run(RuleContext(Document(kind="work_plan", sections=(section,), file=FILE)))


def test_what_was_reached_is_no_second_value_of_what_shall_be() -> None:
    from planforge.importers import read

    source = """2027年示例市农业农村工作要点

一、2026年工作回顾

全年粮食总产量达到50万吨，高标准农田建成面积达到20万亩。

二、2027年重点工作

（一）稳定粮食生产。粮食总产量达到52万吨。

（二）建设高标准农田。高标准农田建成面积达到25万亩。
"""
    found = run(RuleContext(read(source.encode(), "要点.txt").document, selection=RuleSelection(select=("TGT002",))))
    assert found == ()


def test_a_unit_that_a_printed_list_has_twice_is_found() -> None:
    from planforge.importers import read

    once = "（责任单位：市教育局、市财政局）"
    source = f"""2027年示例市教育工作要点

一、主要任务

（一）扩大学位供给。新建学校2所。{once}改造食堂10个。{once}

（二）规范办学行为。清理违规收费。（责任单位：市教育局、市财政局、市教育局）
"""
    found = run(RuleContext(read(source.encode(), "要点.txt").document, selection=RuleSelection(select=("UNI004",))))
    assert [(d.code, d.span.start.line) for d in found] == [("UNI004", 7)]


def test_a_suppression_is_told_at_its_code() -> None:
    from planforge.yaml_io import load

    plan = "标题: 要点\n导语: 建立台账。  # planforge: 忽略 WRD001 原件如此\n"
    document = load(plan.encode(), FILE).document
    (found,) = run(RuleContext(document, selection=RuleSelection(select=("SUP002", "WRD001"))))
    assert (found.code, found.span.start.column, found.span.end.column) == ("SUP002", 28, 34)


def test_a_wrong_number_in_yaml_is_mended_where_it_is_written() -> None:
    from planforge.yaml_io import load

    plan = "标题: 要点\n部分:\n- {序号: 一、, 标题: 强化保护}\n- {标题: 强化运用, 序号: '三、'}\n"
    document = load(plan.encode(), FILE).document
    found = run(RuleContext(document, selection=RuleSelection(select=("STR001",))))
    assert apply(plan, found, FILE) == plan.replace("三、", "二、")


def test_a_marker_with_a_wrong_number_and_a_wrong_mark_is_told_one_thing_at_a_time() -> None:
    from planforge.yaml_io import load

    plan = "标题: 要点\n部分:\n- {序号: （一）、, 标题: 强化保护}\n- {序号: （三）、, 标题: 强化运用}\n"
    selection = RuleSelection(select=("STR001", "STR003"))
    found = run(RuleContext(load(plan.encode(), FILE).document, selection=selection))
    assert [(each.code, each.span.start.line) for each in found] == [("STR003", 3), ("STR001", 4)]


@pytest.mark.parametrize(("marker", "called"), [("(一)", "半角括号"), ("〈一〉", "尖括号"), ("〔一〕", "六角括号")])
def test_the_brackets_of_a_marker_are_called_by_their_name(marker: str, called: str) -> None:
    from planforge.yaml_io import load

    plan = f"标题: 要点\n部分:\n- {{序号: {marker}, 标题: 强化保护}}\n- {{序号: （二）, 标题: 强化运用}}\n"
    (found,) = run(RuleContext(load(plan.encode(), FILE).document, selection=RuleSelection(select=("STR002",))))
    assert called in found.message and found.advice == "改为“（一）”"


def test_a_number_typed_before_a_heading_goes_where_the_same_one_is_printed() -> None:
    from planforge.yaml_io import load

    plan = """标题: 2027年示例市知识产权工作要点
年度: 2027
部分:
  - 标题: 一、强化创造
    任务:
      - （一）培育高价值专利，年底前完成。
      - 内容: 2、优化专利资助。
"""
    typed = run(RuleContext(load(plan.encode(), FILE).document, selection=RuleSelection(select=("STR015",))))
    assert [found.fix is not None for found in typed] == [True, True, False]
    fixed = apply(plan, typed, FILE)
    assert "标题: 强化创造" in fixed and "- 培育高价值专利，" in fixed and "内容: 2、优化" in fixed


def test_a_stop_between_two_units_is_no_full_stop() -> None:
    from planforge.importers import read

    source = "2027年示例市工作要点\n\n一、主要任务\n\n（一）森林抚育。完成抚育.（责任单位：市林业局.市财政局）\n"
    found = run(RuleContext(read(source.encode(), FILE).document, selection=RuleSelection(select=("PUN003",))))
    mended = [(each.fix.edits[0].text, each.fix.safe) for each in found if each.fix]
    assert mended == [("。", True), ("、", False)]


def test_numbers_that_run_on_in_another_style_are_no_gap() -> None:
    from planforge.importers import read

    tasks = "1、建设园区。抓好选址。\n\n（二）引进企业。抓好招商。\n\n（三）培训人员。抓好教学。\n"
    source = f"2027年示例市工作要点\n\n一、主要任务\n\n{tasks}"
    document = read(source.encode(), FILE).document
    found = run(RuleContext(document, selection=RuleSelection(select=("STR001", "STR009"))))
    assert [d.code for d in found] == ["STR009"]


def test_a_part_that_holds_a_table_of_indicators_is_not_empty() -> None:
    from planforge.importers import read

    table = "| 指标 | 单位 | 目标值 |\n| --- | --- | --- |\n| 供水保证率 | % | 95 |\n"
    text = f"# 示例市水利工作要点\n\n## 一、主要指标\n\n{table}\n## 二、建水库\n\n## 三、修渠道\n\n新修渠道3公里。\n"
    selection = RuleSelection(select=("STR006",))
    told = run(RuleContext(read(text.encode(), "要点.md").document, selection=selection))
    assert [each.span.start.line for each in told] == [9]


def test_a_part_that_holds_a_table_nobody_can_read_is_not_empty() -> None:
    from planforge.importers import read

    table = "| 水库 | 库容 |\n| --- | --- |\n| 东湖 | 大 |\n| 西湖 | 小 |\n"
    text = f"# 示例市水利工作要点\n\n## 一、现有水库\n\n{table}\n## 二、建水库\n\n## 三、修渠道\n\n新修渠道3公里。\n"
    reading = read(text.encode(), "要点.md")
    assert "I105" in {told.code for told in reading.diagnostics}
    told = run(RuleContext(reading.document, selection=RuleSelection(select=("STR006",))))
    assert [each.span.start.line for each in told] == [10]


def _structure(code: str, *sections: tuple[str, ...]) -> list[str]:
    """What a rule says of sections numbered 1. 2. …, given the markers of each one's tasks."""
    made = tuple(
        Section(
            marker=f"{number}.",
            heading=Text.at_place("主要任务", FILE, 10 * number),
            tasks=tuple(
                Task(marker=marker, heading=Text.at_place(f"{marker}建设园区", FILE, 10 * number + line))
                for line, marker in enumerate(markers, 1)
            ),
        )
        for number, markers in enumerate(sections, 1)
    )
    found = run(RuleContext(complete(Document(sections=made, file=FILE)), selection=RuleSelection(select=(code,))))
    return [f"{each.message}；{each.advice}" for each in found]


def test_pointed_numbers_are_markers_like_others() -> None:
    assert _structure("STR009", ("1.1", "1.2", "（三）")) == ["编号“（三）”与同一层其他编号样式不同；改为“1.3”"]
    assert _structure("STR009", ("1.1", "1.2"), ("2.1", "2.2"), ("（1）", "（2）")) == [
        "这一部分的任务用“（1）”编号，其他部分用“1.1”；统一为“1.1”一类"
    ]
    assert _structure("STR009", ("（四）", "（五）", "3.")) == ["编号“3.”与同一层其他编号样式不同；改为“（六）”"]
    assert _structure("STR005", ("1.1",), ("2.1", "2.2")) == [
        "“主要任务”下面只有“1.1”一项；并入上一层，或者补上漏掉的项"
    ]


def test_many_brackets_in_a_row_are_one_fault() -> None:
    assert codes("开展培训（（（（（。", {"PUN001": {}}).count("PUN001") == 1
    assert codes("开展培训（（。", {"PUN001": {}}).count("PUN001") == 2


def test_who_ignores_a_rule_is_not_told_the_same_by_the_reader() -> None:
    from planforge.importers import read

    reading = read("2027年示例市工作要点\n\n一、甲项工作。\n\n三、乙项工作。\n".encode(), FILE)
    assert "I101" in {d.code for d in reading.diagnostics}
    for selection in (RuleSelection(ignore=("STR",)), RuleSelection()):
        assert "I101" not in {
            d.code for d in run(RuleContext(reading.document, selection=selection), reading.diagnostics)
        }
    only = RuleContext(reading.document, selection=RuleSelection(select=("I",)))
    assert "I101" in {d.code for d in run(only, reading.diagnostics)}


def test_a_roster_of_another_level_is_told_once() -> None:
    units = tuple(Text.at_place(f"省{name}厅", FILE, 4) for name in ("财政", "教育", "科技", "公安", "司法", "商务"))
    task = Task(heading=Text.at_place("加强保护", FILE, 2), units=Units(responsible=units))
    section = Section(heading=Text.at_place("主要任务", FILE, 3), tasks=(task,))
    document = Document(kind="opinion", sections=(section,), file=FILE)
    roster = Roster((RosterUnit("市财政局"),))
    found = run(RuleContext(document, roster=roster, selection=RuleSelection(select=("UNI002",))))
    assert [(d.code, d.severity) for d in found] == [("UNI002", "info")]


@pytest.mark.parametrize("words", ["2027年2月30日", "二〇二七年二月三十日", "2027年1月32日"])
def test_a_signature_with_a_date_that_no_calendar_has_is_one_finding_at_its_place(words: str) -> None:
    from planforge.importers import read

    reading = read(f"2027年示例县工作要点\n一、甲项工作\n做好。\n示例县人民政府\n{words}\n".encode(), FILE)
    selection = RuleSelection(select=("DDL006", "STR011", "I109"))
    (found,) = run(RuleContext(reading.document, selection=selection), reading.diagnostics)
    assert (found.code, found.span.start.line, words in found.message) == ("DDL006", 5, True)
