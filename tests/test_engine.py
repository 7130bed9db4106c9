"""The engine: what runs, what is kept back, and in which order it comes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import planforge
from planforge import engine
from planforge.engine import LoadedRule, collect, load_rules, run
from planforge.manual import codes, explain, index
from planforge.model import (
    Deadline,
    Diagnostic,
    Document,
    InputError,
    Position,
    Section,
    Span,
    Suppression,
    Task,
    Text,
    Units,
)
from planforge.rules import Finding, Rule, RuleContext, RuleSelection

FILE = "要点.yaml"


def at(words: str, line: int, column: int = 1) -> Text:
    return Text.at_place(words, FILE, line, column)


def task(number: int, line: int, marker: str, *, unit: str = "市财政局", due: str = "尽快") -> Task:
    return Task(
        id=f"1.{number}",
        marker=marker,
        number=number,
        heading=at(f"任务{number}", line, 4),
        units=Units(responsible=(at(unit, line, 20),) if unit else ()),
        deadlines=(Deadline(at(due, line, 30)),),
        place=at(marker, line),
    )


def plan(*tasks: Task, suppressions: tuple[Suppression, ...] = ()) -> Document:
    section = Section(id="1", marker="一、", number=1, heading=at("强化创造", 3, 3), tasks=tasks, place=at("一、", 3))
    return Document(
        kind="work_plan", title=at("工作要点", 1), year=2027, sections=(section,), file=FILE, suppressions=suppressions
    )


ONLY = RuleSelection(select=("STR001", "DDL002", "UNI001", "SUP"))


def found(document: Document, selection: RuleSelection = ONLY) -> list[tuple[str, int]]:
    return [(d.code, d.span.start.line) for d in run(RuleContext(document, selection=selection))]


def test_findings_come_in_the_order_of_the_source_and_name_their_place() -> None:
    first, second = run(RuleContext(plan(task(1, 4, "1."), task(2, 5, "3."), suppressions=()), selection=ONLY))[1:]
    assert (first.code, first.where, first.message) == ("STR001", "第一部分第2项", "编号“3.”应为“2.”：前一个编号是“1.”")
    assert (first.span, second.code) == (Span(FILE, Position(5, 1), Position(5, 3)), "DDL002")


def test_a_gap_is_one_finding_whose_fix_renumbers_what_follows() -> None:
    document = plan(task(1, 4, "1."), task(2, 5, "3."), task(3, 6, "4."))
    (gap,) = run(RuleContext(document, selection=RuleSelection(select=("STR001",))))
    assert gap.fix is not None and [edit.text for edit in gap.fix.edits] == ["2.", "3."]


def test_what_is_absent_everywhere_is_one_finding_and_in_places_one_for_each() -> None:
    units = RuleSelection(select=("UNI001",))
    assert found(plan(task(1, 4, "1.", unit=""), task(2, 5, "2.", unit="")), units) == [("UNI001", 4)]
    some = plan(task(1, 4, "1."), task(2, 5, "2.", unit=""), task(3, 6, "3.", unit=""))
    assert found(some, units) == [("UNI001", 5), ("UNI001", 6)]


@pytest.mark.parametrize(("lacking", "told"), [((2,), "只有本项没有"), ((2, 3), "有2项没有")])
def test_a_task_without_a_unit_is_told_how_many_others_have_none(lacking: tuple[int, ...], told: str) -> None:
    tasks = [
        task(number, number + 3, f"{number}.", unit="" if number in lacking else "市财政局") for number in range(1, 6)
    ]
    said = [d.message for d in run(RuleContext(plan(*tasks), selection=RuleSelection(select=("UNI001",))))]
    assert len(said) == len(lacking)
    assert all(each.endswith(f"全文5项任务中{told}") for each in said)


def test_a_suppression_keeps_back_its_code_on_its_lines_only() -> None:
    suppression = Suppression(("DDL002",), "时限待定", 4, 4)
    document = plan(task(1, 4, "1."), task(2, 5, "2."), suppressions=(suppression,))
    assert found(document) == [("DDL002", 5)]


def test_a_suppression_speaks_of_its_own_file_alone() -> None:
    suppression = Suppression(("S",), "另有安排", 4, 4)
    elsewhere = Diagnostic("S002", "error", "不认识的项目", Span("意见.yaml", Position(4, 1), Position(4, 3)))
    context = RuleContext(plan(suppressions=(suppression,)), selection=RuleSelection(select=("S002",)))
    assert run(context, [elsewhere]) == (elsewhere,)


def test_a_suppression_without_a_reason_is_a_finding() -> None:
    document = plan(task(1, 4, "1."), suppressions=(Suppression(("DDL",), "", 4, 4),))
    assert found(document) == [("SUP001", 4)]


def test_a_suppression_that_hits_nothing_is_a_finding_unless_its_rule_is_off() -> None:
    document = plan(task(1, 4, "1."), suppressions=(Suppression(("STR001",), "照旧", 4, 4),))
    assert found(document) == [("SUP002", 4), ("DDL002", 4)]
    assert found(document, RuleSelection(select=("DDL002", "SUP"))) == [("DDL002", 4)]


def test_the_longer_prefix_wins_between_select_and_ignore() -> None:
    selection = RuleSelection(select=("DDL002",), ignore=("DDL",))
    assert selection.wants("DDL002") and not selection.wants("DDL001") and not selection.wants("STR001")
    assert not RuleSelection(ignore=("DDL",)).wants("DDL002")


def test_severities_can_be_set_by_code() -> None:
    selection = replace(ONLY, severities={"DDL002": "info"})
    (finding,) = run(RuleContext(plan(task(1, 4, "1.")), selection=selection))
    assert finding.severity == "info"


def test_a_finding_stands_in_the_file_of_its_words_and_else_in_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Rule("TST001", "试", severity="warning", authority="实务", basis="试")
    words = Text.at_place("上级的话", "上级.docx", 7)
    loaded = LoadedRule(rule, lambda context: iter((Finding(words, "甲"), Finding(Text("无处"), "乙"))), "")
    monkeypatch.setattr(engine, "load_rules", lambda: (loaded,))
    told = {d.message: (d.span.file, d.span.start.line) for d in run(RuleContext(plan()))}
    assert told == {"甲": ("上级.docx", 7), "乙": (FILE, 1)}


@pytest.mark.parametrize(
    ("code", "words"), [("UNI002", "它的选项有：allowed"), ("STR001", "（没有选项）"), ("STR999", "“STR999”不存在")]
)
def test_an_option_that_no_rule_has_is_refused_with_those_that_there_are(code: str, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        found(plan(), RuleSelection(options={code: {"alowed": ()}}))


def test_findings_of_the_reader_pass_through_and_obey_the_selection() -> None:
    fault = Diagnostic("S002", "error", "不认识的项目", Span(FILE, Position(2, 1), Position(2, 3)))
    context = RuleContext(plan(task(1, 4, "1.", due="尽快")), selection=RuleSelection(ignore=("DDL", "STR", "UNI")))
    assert fault in run(context, [fault])
    assert run(RuleContext(plan(), selection=RuleSelection(ignore=("S",), select=("STR001",))), [fault]) == ()


def _module(code: str, name: str) -> ModuleType:
    module = ModuleType("rule", "说明")
    module.RULE = Rule(code, name, "error", "实务", "")  # type: ignore[attr-defined]
    module.check = lambda context: iter(())  # type: ignore[attr-defined]
    return module


@pytest.mark.parametrize("second", [("X001", "乙"), ("X002", "甲")])
def test_two_rules_with_one_code_or_name_fail_at_load(second: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="two rules share"):
        collect([_module("X001", "甲"), _module(*second)])


def test_every_code_has_a_page_and_a_row_in_the_index() -> None:
    table = index()
    for code in codes():
        assert explain(code).startswith(f"{code} ")
        assert f"| {code} |" in table


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(InputError, match="相近的有STR0"):
        explain("STR01")


def test_every_rule_says_why_and_what_to_do() -> None:
    for loaded in load_rules():
        page = explain(loaded.rule.code)
        for part in ("理由：", "改法：", "依据：", "反例：", "正例："):
            assert part in page, f"{loaded.rule.code} 缺少{part}"


def test_every_code_in_the_sources_has_a_page() -> None:
    package = Path(planforge.__file__).parent
    sources = [path.read_text("utf-8") for path in package.rglob("*.py")]
    used = {code for source in sources for code in re.findall(r'"((?:[YSI]|COV)\d{3})"', source)}
    assert used <= set(codes())
