"""A draft doesn't contradict itself: what it links, how it calls its tasks, and the lines that it tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from planforge.api import checking, documents
from planforge.lifecycle.draft import Draft
from planforge.lifecycle.draft.demands import Demand
from planforge.lifecycle.draft.stubs import origin
from planforge.model import Clause, ClauseTrace, Counterpart, Task, TaskTrace, Text
from planforge.model import Document as Plan

LAST = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
发文机关: 示例市民政局
成文日期: 2027年1月15日
部分:
  - 标题: 发展居家社区养老服务
    任务:
      - {标题: 发展老年助餐, 内容: 城市社区助餐服务覆盖率达到85%。, 牵头单位: 市民政局, 完成时限: 年底前}
      - {标题: 建设家庭养老床位, 内容: 新增家庭养老床位1200张。, 牵头单位: 市民政局, 完成时限: 年底前}
  - 标题: 强化养老服务综合监管
    任务:
      - {标题: 整治消防安全隐患, 内容: 开展养老机构消防安全专项整治。, 牵头单位: 市消防救援支队, 完成时限: 9月底前}
      - {标题: 防范非法集资, 内容: 开展养老领域非法集资宣传。, 牵头单位: 市民政局, 完成时限: 年底前}
"""
PROVINCE = """\
标题: 云溪省加强养老服务的实施意见
发文机关: 云溪省人民政府办公厅
层级: 省
部分:
  - 标题: 增加服务供给
    任务:
      - 标题: 发展老年助餐
        内容: 2028年底前城市社区助餐服务覆盖率达到80%以上。支持餐饮企业开办流动餐车服务偏远山村老人。
        责任单位: 省民政厅
  - 标题: 加强监督管理
    任务:
      - 标题: 强化养老服务综合监管
        内容: 建立预收费资金存管制度。推行养老机构信用分级分类管理，向社会公布等级。
        责任单位: 省民政厅
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    monkeypatch.chdir(tmp_path)
    Path("去年.yaml").write_text(LAST, encoding="utf-8")
    Path("省意见.yaml").write_text(PROVINCE, encoding="utf-8")
    draft = documents.draft("去年.yaml", 2028, ["省意见.yaml"])
    Path("草稿.yaml").write_text(draft.text, encoding="utf-8")
    return draft


def stub(made: Draft, item: str) -> Task:
    return next(node for node in made.document.walk() if any(link.item.startswith(item) for link in node.implements))


def test_a_stub_for_one_measure_isn_t_asked_for_the_figure_of_another(made: Draft) -> None:
    assert [link.item for link in stub(made, "1.1").implements] == ["1.1/2"]
    found = [each for each in checking.check("草稿.yaml").diagnostics if each.code == "TGT006"]
    assert [each for each in found if each.severity != "info"] == []


def test_a_measure_that_is_linked_by_itself_is_asked_for_its_own_figure(made: Draft) -> None:
    text = Path("草稿.yaml").read_text(encoding="utf-8").replace("落实: 省意见#1.1/2", "落实: 省意见#1.1/1")
    Path("草稿.yaml").write_text(text, encoding="utf-8")
    found = [each for each in checking.check("草稿.yaml").diagnostics if each.code == "TGT006"]
    assert [each.severity for each in found] == ["warning"]


def test_a_drafted_task_isn_t_called_as_the_part_it_stands_in(made: Draft) -> None:
    task = stub(made, "2.1")
    assert task.heading.value == "建立预收费资金存管制度"
    assert any("上级的标题“强化养老服务综合监管”与本稿已有的相同" in line for line in task.remarks)
    assert "STR010" not in {each.code for each in made.findings}


def test_lines_that_the_head_tells_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    twice = LAST.replace("标题: 建设家庭养老床位", "标题: 发展老年助餐")
    Path("去年.yaml").write_text(twice, encoding="utf-8")
    made = documents.draft("去年.yaml", 2028)
    told = re.search(r"标题“发展老年助餐”与第(\d+)行的重复", made.text)
    lines = made.text.splitlines()
    assert told and "标题: 发展老年助餐" in lines[int(told[1]) - 1]
    (finding,) = [each for each in made.findings if each.code == "STR010"]
    assert "标题: 发展老年助餐" in lines[finding.span.start.line - 1]
    assert finding.span.start.line > int(told[1])


@pytest.fixture
def of_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """A draft from last year's plan as a Word file that nobody set."""
    monkeypatch.chdir(tmp_path)
    lines = ("示例市2027年养老服务工作要点", "示民〔2027〕3号", "一、发展老年助餐", "新建社区食堂12家。")
    word = Document()
    for line in (*lines, "二、加强监管", "开展消防安全整治。", "示例市民政局", "2027年1月15日"):
        word.add_paragraph(line)
    word.save("去年.docx")
    Path("省通知.txt").write_text(NOTICE, encoding="utf-8")
    return documents.draft("去年.docx", 2028, ["省通知.txt"])


NOTICE = """\
云溪省民政厅关于做好2028年养老服务工作的通知

各市民政局：

一、发展老年助餐。新建社区食堂，推行流动餐车。

请各市于2028年1月31日前将实施方案报省民政厅养老服务处。

云溪省民政厅

2027年12月10日
"""


def test_last_years_date_stays_behind_whatever_the_plan_was_read_from(of_word: Draft) -> None:
    assert "成文日期是上年那一份的，已删去" in of_word.text
    assert of_word.document.issued is None
    assert "成文日期: " not in of_word.text


def test_how_last_years_word_file_was_set_says_nothing_about_the_draft(of_word: Draft) -> None:
    assert [each.code for each in of_word.findings if each.code.startswith("F")] == []
    assert not re.search(r"F0\d\d", of_word.text)


def test_a_superior_item_without_heading_is_named_by_its_first_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opinion = (
        "{标题: 云溪省加强养老服务的实施意见, 发文机关: 云溪省民政厅, 部分: [{标题: 增加供给, 任务: ["
        "{标题: 建设床位, 内容: 建设护理型床位。}, {内容: 发展老年助餐，支持餐饮企业开办流动餐车。}]}]}"
    )
    Path("去年.yaml").write_text(LAST, encoding="utf-8")
    Path("省意见.yaml").write_text(opinion, encoding="utf-8")
    told = documents.draft("去年.yaml", 2028, ["省意见.yaml"]).text
    assert "省意见#1.2 发展老年助餐，支持餐饮企业开办流动餐车，最接近的是“发展老年助餐”\n" in told


def test_what_only_a_person_can_judge_is_not_said_to_stand_in_another_task() -> None:
    words = {"1": "新建社区食堂。", "2": "推行流动餐车。"}
    clauses = tuple(Clause(f"1/{number}", Text(each)) for number, each in words.items())
    first, second = clauses
    traces = (ClauseTrace("1/1", first.text, "review", 0.5, 0.3), ClauseTrace("1/2", second.text, "uncovered", 0.5, 0))
    near = Counterpart("2.1", "发展老年助餐", 0.5, "declared")
    demanded = Task(id="1", heading=Text("发展助餐"), clauses=clauses)
    trace = TaskTrace(demanded, "partial", 0.5, (near,), traces)
    remark = origin(Demand("省通知", Plan(), trace, clauses[1:]))
    assert remark.endswith("（这一条里上年没有的措施；“新建社区食堂”上年有没有，请对照原文）")
