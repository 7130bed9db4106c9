"""Reports on coverage, as a user or a script reads them."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations

import docx
import openpyxl
import pytest

from planforge.model import (
    BestClause,
    BrokenLink,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    Evidence,
    Status,
    StatusChange,
    Task,
    TaskTrace,
    Text,
    Trace,
)
from planforge.reporters import formats, reporter
from planforge.reporters.changes import direction
from planforge.reporters.summary import telling_counterparts

HOSTILE = "<script>alert(1)</script>"


def trace(heading: str = "强化司法保护") -> Trace:
    best = BestClause("2.4/1", "2.4", Text("建立健全公证取证机制"))
    held = ClauseTrace("3.1/1", Text("完善公证取证机制"), "covered", 0.9, 0.8, best)
    hole = ClauseTrace(
        "3.1/2", Text("组建调解队伍，拓宽电子数据证据收集途径。"), "partial", 0.7, 0.2, None, ("拓宽电子数据",)
    )
    counterpart = Counterpart("2.4", "加强司法协作", 0.81, "declared", (Evidence("3.1/1", "2.4/1", 0.8),))
    tasks = (
        TaskTrace(Task(id="3.1", heading=Text(heading)), "partial", 0.8, (counterpart,), (held, hole)),
        TaskTrace(Task(id="3.10", heading=Text("推进地理标志立法")), "waived", 1.0, reason="本市没有立法权"),
    )
    return Trace(
        "2027年示例市知识产权工作要点", 2027, (DirectiveTrace("省意见", "实施意见", "云政〔2027〕1号", tasks),)
    )


def report(form: str, **options: object) -> str:
    return str(reporter("coverage", form).report(trace(), **options))


def test_json_keeps_its_contract() -> None:
    content = json.loads(report("json"))
    assert content["plan"] == {"title": "2027年示例市知识产权工作要点", "year": 2027}
    (directive,) = content["directives"]
    assert directive["summary"] == {"tasks": 2, "covered": 0, "partial": 1, "uncovered": 0, "review": 0, "waived": 1}
    first, second = directive["tasks"]
    assert (first["id"], second["id"]) == ("3.1", "3.10")
    assert first["counterparts"][0]["evidence"] == [{"clause": "3.1/1", "plan_clause": "2.4/1", "score": 0.8}]
    assert first["clauses"][0]["best"] == {"plan_clause": "2.4/1", "task": "2.4", "text": "建立健全公证取证机制"}
    assert first["clauses"][1]["best"] is None


def test_the_table_shows_holes_with_their_missing_words_first() -> None:
    lines = report("text").splitlines()
    assert "共 2 项：部分落实 1，不涉及 1。" in lines
    assert lines.index("      没有对应：“拓宽电子数据”") < next(i for i, x in enumerate(lines) if x.startswith("编号"))


def test_the_table_shows_what_a_covered_task_leaves_open() -> None:
    held = ClauseTrace("1.1/1", Text("开展消防安全整治；"), "covered", 0.9, 0.8)
    open_one = ClauseTrace("1.1/2", Text("建立资金存管制度。"), "uncovered", 0.9, 0.0)
    task = TaskTrace(Task(id="1.1", heading=Text("规范监管")), "covered", 0.9, (), (held, open_one))
    table = reporter("coverage", "text").report(Trace("要点", 2027, (DirectiveTrace("", "意见", None, (task,)),)))
    assert "已落实的任务里没有对应的措施\n  1.1  规范监管\n      没有对应：“建立资金存管制度。”" in table
    assert "漏项" not in table


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_words_that_a_half_answered_measure_leaves_open_are_told_in_every_form(form: str) -> None:
    half = ClauseTrace("1.1/1", Text("建立资金存管制度，定期公布。"), "partial", 0.9, 0.5, missing=("定期公布",))
    task = TaskTrace(Task(id="1.1", heading=Text("规范监管")), "covered", 0.9, (), (half,))
    shown = str(reporter("coverage", form).report(Trace("要点", 2027, (DirectiveTrace("", "意见", None, (task,)),))))
    assert "定期公布" in shown


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_measure_that_a_weaker_clause_answers_is_not_said_to_have_none(form: str) -> None:
    best = BestClause("1.2/1", "1.2", Text("公办学校可以开放场馆。"))
    must = ClauseTrace("1.1/1", Text("公办学校必须开放场馆。"), "partial", 0.9, 0.8, best, ("公办学校必须开放场馆",))
    list_ = ClauseTrace("1.1/2", Text("公布名单，逐月更新。"), "partial", 0.9, 0.5, best, ("逐月更新",))
    none = ClauseTrace("1.1/3", Text("建立台账。"), "uncovered", 0.9, 0.0)
    task = TaskTrace(Task(id="1.1", heading=Text("开放场馆")), "partial", 0.9, (), (must, list_, none))
    shown = str(reporter("coverage", form).report(Trace("要点", 2027, (DirectiveTrace("", "意见", None, (task,)),))))
    told = re.findall(r"(没有[完全]*对应)：“?(\w+)", shown)
    assert told == [("没有完全对应", "公办学校必须开放场馆"), ("没有对应", "逐月更新"), ("没有对应", "建立台账")]


@pytest.mark.parametrize(
    ("answer", "told"),
    [("未完成的县，可以在次年6月底前提交整改报告。", "没有完全对应"), ("未完成的县，由市通报。", "没有对应")],
)
def test_a_part_of_a_measure_that_a_weaker_clause_answers_is_not_said_to_have_no_answer(answer: str, told: str) -> None:
    best, gap = BestClause("1.2/1", "1.2", Text(answer)), "必须在次年3月底前提交整改报告"
    measure = ClauseTrace("1.1/1", Text(f"未完成年度指标的市，{gap}。"), "partial", 0.9, 0.8, best, (gap,))
    task = TaskTrace(Task(id="1.1", heading=Text("加强考核")), "partial", 0.9, (), (measure,))
    shown = str(reporter("coverage", "text").report(Trace("要点", 2027, (DirectiveTrace("", "意见", None, (task,)),))))
    assert f"{told}：“{gap}”" in shown


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_document_without_a_title_is_said_to_have_none(form: str) -> None:
    bare = Trace("要点", 2027, (DirectiveTrace("意见", "", None, trace().directives[0].tasks),))
    shown = str(reporter("coverage", form).report(bare))
    assert "（没有标题）" in shown and "《》" not in shown


def test_the_columns_of_the_table_stand_under_each_other() -> None:
    from planforge.reporters.width import width

    rows = [line for line in report("text").splitlines() if "部分落实  " in line or line.startswith("编号")]
    starts = {width(row[: row.index(word)]) for row, word in zip(rows, ("状态", "部分落实"), strict=True)}
    assert len(starts) == 1


def test_colours_come_only_when_asked() -> None:
    assert "\x1b" not in report("text")
    assert "\x1b[33m" in report("text", colour=True)


def test_what_only_seems_near_is_not_shown_as_a_counterpart() -> None:
    far = Counterpart("1.1", "发展专利金融", 0.04, "suggested")
    near = Counterpart("2.4", "加强司法协作", 0.81, "suggested")
    tasks = (
        TaskTrace(Task(id="3.1", heading=Text("强化司法保护")), "covered", 0.9, (near, far)),
        TaskTrace(Task(id="3.2", heading=Text("保护商业秘密")), "uncovered", 0.9, (far,)),
    )
    table = reporter("coverage", "text").report(Trace("要点", 2027, (DirectiveTrace("", "意见", None, tasks),)))
    assert "2.4 加强司法协作" in table and "、1.1" not in table and "（最接近 1.1 发展专利金融）" in table


def test_the_page_marks_missing_and_shared_words() -> None:
    page = report("html")
    assert '<mark class="missing">拓宽电子数据</mark>' in page
    assert '<mark class="same">公证取证机制</mark>' in page


class _Resources(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href")]


def test_the_page_needs_nothing_but_itself_and_escapes_what_it_shows() -> None:
    page = reporter("coverage", "html").report(trace(HOSTILE))
    parser = _Resources()
    parser.feed(page)
    assert parser.found == [] and HOSTILE not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("form", formats("coverage"))
def test_a_plan_without_directives_has_a_report_too(form: str) -> None:
    assert reporter("coverage", form).report(Trace("", None))


def test_far_off_counterparts_are_for_scripts_alone() -> None:
    near, far, farther = (
        Counterpart(name, "任务", score, "suggested") for name, score in zip("123", (0.15, 0.09, 0.08), strict=True)
    )
    assert telling_counterparts(TaskTrace(Task(), "partial", 0.7, (near, far, farther))) == (near,)
    assert telling_counterparts(TaskTrace(Task(), "partial", 0.7, (far, farther))) == (far,)


def test_each_state_is_further_from_settled_than_those_before_it() -> None:
    order: tuple[Status, ...] = ("covered", "waived", "partial", "review", "uncovered")
    for before, after in combinations(order, 2):
        assert direction(StatusChange("省意见", "1.1", "", before, after)) == "worse"
        assert direction(StatusChange("省意见", "1.1", "", after, before)) == "better"


@pytest.mark.parametrize(("before", "after", "way"), [(None, "uncovered", "new"), ("covered", None, "gone")])
def test_what_one_of_two_reports_does_not_have_is_neither_better_nor_worse(
    before: Status | None, after: Status | None, way: str
) -> None:
    assert direction(StatusChange("省意见", "1.1", "", before, after)) == way


def test_what_a_person_must_look_at_is_shown_without_a_confidence() -> None:
    held = trace()
    task = replace(held.directives[0].tasks[0], status="review", confidence=0.97)
    held = replace(held, directives=(replace(held.directives[0], tasks=(task,)),))
    assert "把握 97%" not in str(reporter("coverage", "html").report(held))
    sheet = openpyxl.load_workbook(io.BytesIO(bytes(reporter("coverage", "xlsx").report(held))))["对照表"]
    assert sheet.cell(2, [cell.value for cell in sheet[1]].index("把握") + 1).value == ""


def test_the_boxes_to_filter_by_tell_how_many_there_are() -> None:
    page = " ".join(re.findall(r"<label>.+?</label>", report("html")))
    assert re.findall(r">(\S+ \d)</span>", page) == ["已落实 0", "部分落实 1", "未落实 0", "需人工核对 0", "不涉及 1"]


BROKEN = (
    BrokenLink(Text("省意见#7.25"), Task(id="5.2", heading=Text("营造氛围")), "item", "省意见", "7.25", tuple("12345")),
    BrokenLink(Text("市规划#1"), None, "directive", "市规划", "1"),
    BrokenLink(Text("随便写的"), None, "directive", "随便写的", ""),
)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_links_that_lead_nowhere_are_told_in_every_form(form: str) -> None:
    shown = str(reporter("coverage", form).report(replace(trace(), broken=BROKEN))).replace("\\#", "#")
    assert "省意见#7.25（5.2 营造氛围）：没有这个条目，最接近的是 1、2、3" in shown and "3、4" not in shown
    assert "市规划#1（不涉及）：没有这份上级文件" in shown
    assert "随便写的" not in shown  # no link at all: the reader says so


def test_programs_get_links_that_lead_nowhere_in_their_parts() -> None:
    first, second = json.loads(str(reporter("coverage", "json").report(replace(trace(), broken=BROKEN))))["broken"]
    assert (first["directive"], first["item"], first["task"], first["reason"]) == ("省意见", "7.25", "5.2", "item")
    assert (first["nearest"], second["task"], second["reason"]) == (list("12345"), None, "directive")


def test_links_that_lead_nowhere_are_told_in_the_tables_of_word_and_excel() -> None:
    held = replace(trace(), broken=BROKEN)
    sheet = openpyxl.load_workbook(io.BytesIO(bytes(reporter("coverage", "xlsx").report(held))))["指空的对应关系"]
    assert [cell.value for cell in sheet["A"]][2] == "市规划#1（不涉及）：没有这份上级文件"
    file = docx.Document(io.BytesIO(bytes(reporter("coverage", "docx").report(held))))
    assert any("市规划#1（不涉及）" in paragraph.text for paragraph in file.paragraphs)


def test_a_page_says_nothing_of_broken_links_where_there_are_none() -> None:
    assert all("指空" not in report(form) for form in ("text", "markdown", "html"))


def test_no_verdict_is_shown_as_certain_and_what_is_waived_without_a_confidence() -> None:
    held = trace()
    task = replace(held.directives[0].tasks[0], confidence=0.9978)
    held = replace(held, directives=(replace(held.directives[0], tasks=(task, held.directives[0].tasks[1])),))
    page = str(reporter("coverage", "html").report(held))
    assert "把握 99%" in page and "把握 100%" not in page
    sheet = openpyxl.load_workbook(io.BytesIO(bytes(reporter("coverage", "xlsx").report(held))))["对照表"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("把握") + 1
    assert [sheet.cell(row, column).value for row in (2, 3)] == [0.99, ""]
