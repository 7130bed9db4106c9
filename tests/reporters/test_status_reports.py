"""Reports on how the work stands: a summary that adds up, what presses first, nothing that runs."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import openpyxl
import pytest

from planforge.lifecycle.status import follow_up
from planforge.model import InputError
from planforge.model.followup import FollowUp
from planforge.reporters import reporter

PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建库, 牵头单位: 市中院, 配合单位: 市财政局, 完成时限: 3月底前, 状态: 推进中, 进展: 已入库3人}
      - {标题: "=HYPERLINK(1)", 牵头单位: 市财政局, 完成时限: 6月底前}
      - {标题: 走访, 牵头单位: 市财政局, 完成时限: 每季度, 状态: 推进中}
      - {标题: 办赛, 牵头单位: 市中院, 完成时限: 4月底前, 状态: 已完成, 佐证: 示知〔2027〕9号}
"""


@pytest.fixture
def found(tmp_path: Path) -> FollowUp:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    return follow_up(str(tmp_path / "要点.yaml"), datetime.date(2027, 6, 10))


def test_the_text_begins_with_a_summary_and_what_presses(found: FollowUp) -> None:
    lines = reporter("status", "text").report(found).splitlines()
    assert lines[0] == "2027年示例市工作要点：截至2027年6月10日的完成情况"
    assert lines[1] == "共 4 项：逾期 1，临期 1，常态推进 1，已完成 1。其中 1 项没有填状态。"
    assert lines[3] == "逾期（1 项）"
    assert "建库" in lines[4] and "2027-03-31 逾期71天" in lines[4] and "（推进中）" in lines[4]
    assert "2027-06-30 还有20天" in lines[7]


def test_a_grouping_lists_the_tasks_of_each_group(found: FollowUp) -> None:
    text = reporter("status", "text").report(found, "unit")
    assert "市财政局（共 2 项，临期 1，常态推进 1，配合 1）" in text
    assert "每季度（本期至2027-06-30）" in text
    assert "按部分" not in text


def test_colours_are_shown_only_when_asked_for(found: FollowUp) -> None:
    report = reporter("status", "text").report
    assert "\x1b[31m逾期" in report(found, colour=True)
    assert "\x1b" not in report(found)


def test_the_json_adds_up(found: FollowUp) -> None:
    content = json.loads(reporter("status", "json").report(found))
    assert (content["date"], content["soon"]) == ("2027-06-10", 30)
    assert content["summary"]["tasks"] == sum(n for state, n in content["summary"].items() if state != "tasks") == 4
    first = content["tasks"][0]
    assert (first["state"], first["status"], first["due"], first["days_left"]) == ("late", "ongoing", "2027-03-31", -71)
    assert first["progress"] == "已入库3人"
    assert [group["name"] for group in content["groups"]["unit"]] == ["市中院", "市财政局"]
    assert [(each["due"], each["recurs"]) for each in content["tasks"]][:3] == [
        ("2027-03-31", None),
        ("2027-06-30", None),
        (None, "每季度"),
    ]
    assert set(json.loads(reporter("status", "json").report(found, "section"))["groups"]) == {"section"}


def test_the_workbook_holds_words_and_is_the_same_every_time(found: FollowUp) -> None:
    data = reporter("status", "xlsx").report(found)
    assert data == reporter("status", "xlsx").report(found)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["任务", "按部分", "按单位", "按上级文件"]
    rows = [[cell.value for cell in row] for row in book["任务"].iter_rows(min_row=3)]
    assert rows[0][:3] == ["编号", "部分", "重点任务"]
    assert [row[6] for row in rows[1:]] == ["逾期", "临期", "常态推进", "已完成"]
    assert {cell.data_type for row in book["任务"].iter_rows() for cell in row} == {"s", "n"}


def test_an_unknown_format_is_answered_with_those_there_are(found: FollowUp) -> None:
    with pytest.raises(InputError, match="json、text、xlsx"):
        reporter("status", "pdf")
