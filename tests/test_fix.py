"""Fixes: what is changed in the source, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

from planforge.fix import apply, unified_diff
from planforge.model import Diagnostic, Edit, Fix, Position, Span

FILE = "要点.yaml"


def edit(line: int, start: int, stop: int, text: str) -> Edit:
    return Edit(Span(FILE, Position(line, start), Position(line, stop)), text)


def finding(*edits: Edit, safe: bool = True) -> Diagnostic:
    return Diagnostic("X001", "warning", "错字", edits[0].span, fix=Fix("改正", safe, edits))


SOURCE = "标题: 要点 # 原样\n内容: 建立工作台帐。\n"


def test_a_safe_fix_changes_the_words_and_nothing_else() -> None:
    assert apply(SOURCE, [finding(edit(2, 9, 11, "台账"))], FILE) == SOURCE.replace("台帐", "台账")


def test_an_unsafe_fix_is_made_only_when_asked() -> None:
    unsafe = finding(edit(2, 9, 11, "台账"), safe=False)
    assert apply(SOURCE, [unsafe]) == SOURCE
    assert "台账" in apply(SOURCE, [unsafe], unsafe=True)


def test_of_two_overlapping_fixes_only_the_first_is_made() -> None:
    fixed = apply(SOURCE, [finding(edit(2, 9, 11, "台账")), finding(edit(2, 7, 10, "清单"))])
    assert fixed == SOURCE.replace("台帐", "台账")


def test_nothing_is_put_right_within_what_only_a_person_can_read() -> None:
    unreadable = replace(finding(edit(2, 7, 11, "“台帐”"), safe=False), code="Y007")
    assert apply(SOURCE, [unreadable, finding(edit(2, 9, 11, "台账"))]) == SOURCE


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    pair = finding(edit(1, 1, 3, "题目"), edit(2, 9, 11, "台账"))
    assert apply(SOURCE, [finding(edit(2, 10, 11, "账")), pair]) == SOURCE.replace("帐", "账")


def test_fixes_of_other_files_are_left_to_them() -> None:
    assert apply(SOURCE, [finding(edit(2, 9, 11, "台账"))], "别的.yaml") == SOURCE


def test_words_across_a_line_break_are_left_alone() -> None:
    broken = Edit(Span(FILE, Position(1, 5), Position(2, 3)), "要点内容")
    assert apply(SOURCE, [finding(broken)]) == SOURCE


def test_lines_may_end_as_windows_ends_them() -> None:
    windows = SOURCE.replace("\n", "\r\n")
    assert apply(windows, [finding(edit(2, 9, 11, "台账"))]) == windows.replace("台帐", "台账")


def test_a_place_behind_the_end_of_the_file_changes_nothing_there() -> None:
    assert apply("短", [finding(edit(9, 1, 5, ""))]) == "短"


def test_the_diff_shows_both_versions_and_a_missing_last_newline() -> None:
    diff = unified_diff("台帐", "台账", FILE)
    assert diff.splitlines()[:2] == [f"--- a/{FILE}", f"+++ b/{FILE}"]
    assert "-台帐\n\\ No newline at end of file\n+台账\n" in diff
    assert unified_diff(SOURCE, SOURCE, FILE) == ""


def test_fixes_apart_from_each_other_are_all_made_whichever_line_they_are_on() -> None:
    found = [finding(edit(1, 5, 7, "计划")), finding(edit(2, 9, 10, "平")), finding(edit(2, 10, 11, "账"))]
    assert apply(SOURCE, found) == "标题: 计划 # 原样\n内容: 建立工作平账。\n"


def test_of_two_insertions_at_one_place_only_the_first_is_made() -> None:
    assert apply(SOURCE, [finding(edit(2, 5, 5, "先")), finding(edit(2, 5, 5, "后"))]) == SOURCE.replace(
        "建立", "先建立"
    )
