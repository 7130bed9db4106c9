"""Reports on a check, as a user or a script reads them."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planforge.model import Diagnostic, Edit, Fix, InputError, Position, Span
from planforge.reporters import formats, reporter

FILE = "要点.yaml"
SOURCE = "标题: 要点\n内容: 建立“双随机”工作台帐，按月通报。\n"


def finding(line: int, start: int, stop: int, **changes: object) -> Diagnostic:
    span = Span(FILE, Position(line, start), Position(line, stop))
    fix = Fix("改为“台账”", True, (Edit(span, "台账"),))
    values = {"severity": "warning", "where": "第一部分第2项", "advice": "改为“台账”", "fix": fix, **changes}
    return Diagnostic("WRD001", message="“台帐”应为“台账”", span=span, **values)  # type: ignore[arg-type]


def text(*found: Diagnostic, colour: bool = False) -> str:
    return str(reporter("check", "text").report(found, {FILE: SOURCE}, colour=colour))


def test_the_caret_stands_under_the_words_though_chinese_is_wide() -> None:
    lines = text(finding(2, 14, 16)).splitlines()
    assert lines[:2] == [FILE, "  2:14 警告 WRD001 “台帐”应为“台账”（第一部分第2项）"]
    assert lines[2] == "     2 | 内容: 建立“双随机”工作台帐，按月通报。"
    assert lines[3].index("^") == len("     2 | ") + 2 * 11 + len(": ") and lines[3].count("^") == 4


def test_the_report_ends_with_the_counts() -> None:
    assert text(finding(2, 14, 16), finding(1, 1, 2, severity="error")).endswith("共 2 个问题：1 个错误，1 个警告。\n")
    assert text() == "没有发现问题。\n"


def test_colours_come_only_when_asked() -> None:
    assert "\x1b[33m" in text(finding(2, 14, 16), colour=True)
    assert "\x1b" not in text(finding(2, 14, 16))


def test_a_long_line_is_cut_around_the_words() -> None:
    source = {FILE: "前" * 500 + "台帐" + "后" * 500}
    excerpt = reporter("check", "text").report([finding(1, 501, 503)], source).splitlines()[2]
    assert "台帐" in excerpt and len(excerpt) < 80


def test_a_place_outside_the_source_is_shown_without_its_line() -> None:
    assert "^" not in text(finding(99, 1, 3))


def test_json_keeps_its_contract() -> None:
    content = json.loads(reporter("check", "json").report([finding(2, 14, 16)], {}))
    (found,) = content["diagnostics"]
    assert content["summary"] == {"error": 0, "warning": 1, "info": 0}
    assert {key: found[key] for key in ("code", "severity", "file", "line", "column", "end_line", "end_column")} == {
        "code": "WRD001",
        "severity": "warning",
        "file": FILE,
        "line": 2,
        "column": 14,
        "end_line": 2,
        "end_column": 16,
    }
    edits = [{"line": 2, "column": 14, "end_line": 2, "end_column": 16, "text": "台账"}]
    assert found["fix"] == {"title": "改为“台账”", "safe": True, "edits": edits}


def test_an_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(InputError, match="json"):
        reporter("check", "doc")
    assert {"text", "json"} <= set(formats("check")) and "json" in formats("coverage")


def test_the_page_marks_the_words_and_escapes_the_source() -> None:
    page = reporter("check", "html").report([finding(2, 14, 16)], {FILE: SOURCE + "<script>x</script>"})
    assert '<mark class="warning">台帐</mark>' in page and "<script>x" not in page and "http" not in page


def test_words_are_looked_for_in_small_letters_and_it_is_told_how_many_findings_are_left() -> None:
    page = str(reporter("check", "html").report([finding(2, 14, 16)], {FILE: SOURCE}))
    assert "trim().toLowerCase().split(/\\s+/)" in page and "item.textContent.toLowerCase()" in page
    assert "words.every(" in page
    assert page.count("<tr data-item ") == 1 and "<output" in page


def test_a_finding_that_is_jumped_to_does_not_hide_below_the_filters() -> None:
    page = str(reporter("check", "html").report([finding(2, 14, 16)], {FILE: SOURCE}))
    assert re.search(r":target \{ scroll-margin-top: \d+px", page) and "position: sticky" in page


def test_a_finding_outside_of_all_parts_is_listed_by_its_line() -> None:
    page = str(reporter("check", "html").report([finding(2, 14, 16, where="")], {FILE: SOURCE}))
    assert '<td class="where">第 2 行</td>' in page


def test_on_paper_a_finding_stays_below_its_line() -> None:
    page = str(reporter("check", "html").report([], {}))
    assert re.search(r"\.finding \{[^}]*break-before: avoid", page)


def test_the_page_shows_findings_of_files_whose_text_is_unknown() -> None:
    assert "“台帐”应为“台账”" in reporter("check", "html").report([finding(9, 1, 3)], {})


def test_sarif_gives_rules_regions_and_fixes() -> None:
    (run,) = json.loads(reporter("check", "sarif").report([finding(2, 14, 16)], {}))["runs"]
    (result,) = run["results"]
    region = {"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 16}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "台账"}
    (rule,) = run["tool"]["driver"]["rules"]
    assert (result["level"], rule["id"], rule["shortDescription"]["text"]) == ("warning", "WRD001", "错别字")


def test_the_workbook_has_a_row_for_each_finding_and_no_formulas() -> None:
    report = reporter("check", "xlsx").report
    hostile = finding(1, 5, 7, advice="=HYPERLINK(1)")
    sources = {FILE: "建立工作台帐，按月通报。"}
    data = report([hostile], sources)
    assert data == report([hostile], sources)
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    head, row = sheet.iter_rows(max_row=2)
    assert [cell.value for cell in head] == ["序号", "位置", "原文", "问题", "依据", "建议", "级别", "代码", "处理情况"]
    assert (row[0].value, row[2].value, row[6].value, row[7].value) == (
        1,
        "建立工作【台帐】，按月通报。",
        "警告",
        "WRD001",
    )
    assert (row[5].value, row[5].data_type) == ("=HYPERLINK(1)", "s")


def test_what_is_done_about_a_finding_is_chosen_from_a_list() -> None:
    sheet = load_workbook(BytesIO(reporter("check", "xlsx").report([finding(1, 1, 2)], {}))).active
    assert sheet is not None
    (choice,) = sheet.data_validations.dataValidation
    assert "已修改" in str(choice.formula1) and "I2" in str(choice.sqref)


def test_a_page_holds_no_character_that_html_forbids() -> None:
    source = SOURCE.replace("按月", "按\0月\x01\x7f\x9f\ufffe")
    page = str(reporter("check", "html").report([finding(2, 14, 16)], {FILE: source}))
    assert "按\ufffd月\ufffd\ufffd\ufffd\ufffd通报" in page
    assert not re.search("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe]", page)
