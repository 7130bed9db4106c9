"""A plan divided among its units: nothing lost, every unit once, safe names, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.lifecycle.office import Office
from planforge.lifecycle.splitting import WORKBOOK, default_folder, split, write
from planforge.lifecycle.splitting.files import file_names
from planforge.lifecycle.splitting.letters import letter
from planforge.lifecycle.splitting.shares import divide
from planforge.lifecycle.typesetting.rendering import render
from planforge.model import Document, InputError, Section, Task, Text, Units
from planforge.model.shares import Share
from planforge.reporters import reporter
from planforge.yaml_io.encoding import readable

PLAN = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: 示例市知识产权局
部分:
- 标题: 强化保护
  任务:
  - 标题: 规范案件台账
    内容: 规范案件台账，统一格式。
    牵头单位: 市市场监管局
    配合单位: [市公安局, 各县（区）人民政府]
    完成时限: 6月底前
    目标: 合格率达到90%以上
  - 标题: 开展联合执法
    牵头单位: 市公安局
    配合单位: 市工商局
    完成时限: 9月底前
    任务:
    - 标题: 查处农资案件
      内容: 查处农资案件。
    - 标题: 查处药品案件
      内容: 查处药品案件。
      责任单位: 市药监局
  - 标题: 举办论坛
    内容: 举办论坛。
"""
ROSTER = """\
单位:
- 市公安局
- {名称: 市市场监督管理局, 简称: 市市场监管局, 曾用名: 市工商局}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "plan_specs"
    folder.mkdir()
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "units.yaml").write_text(ROSTER, encoding="utf-8")
    return folder / "要点.yaml"


def shares(office: Path) -> dict[str, Share]:
    return {share.unit: share for share in split(str(office)).division.shares}


def told(share: Share) -> list[tuple[str, str]]:
    return [(each.role, each.heading) for each in share.assignments]


def test_every_unit_has_its_tasks_by_role(office: Path) -> None:
    found = shares(office)
    assert told(found["市公安局"]) == [("support", "规范案件台账"), ("lead", "查处农资案件")]
    assert told(found["各县（区）人民政府"]) == [("support", "规范案件台账")]


def test_names_of_one_unit_come_together_through_the_roster(office: Path) -> None:
    found = shares(office)
    assert told(found["市市场监督管理局"]) == [("lead", "规范案件台账"), ("support", "查处农资案件")]
    assert not {"市工商局", "市市场监管局"} & found.keys()


def test_units_come_in_the_order_of_the_roster_then_of_the_plan(office: Path) -> None:
    assert list(shares(office)) == ["市公安局", "市市场监督管理局", "各县（区）人民政府", "市药监局"]


def test_a_task_without_units_has_those_above_it(office: Path) -> None:
    inherited = next(each for each in shares(office)["市公安局"].assignments if each.role == "lead")
    assert (inherited.marker, inherited.deadline) == ("一、（二）1.", "9月底前")


def test_units_that_no_task_below_takes_over_are_not_lost(office: Path) -> None:
    office.write_text(PLAN.replace("      内容: 查处农资案件。", "      责任单位: 市农业农村局"), encoding="utf-8")
    led = next(each for each in shares(office)["市公安局"].assignments if each.role == "lead")
    assert led.heading == "开展联合执法"
    assert "查处药品案件。" in led.text


def test_a_unit_has_the_indicators_that_it_answers_for(office: Path) -> None:
    table = "指标:\n- {名称: 专利授权量, 单位: 件, 目标值: 300, 责任单位: 市市场监管局}\n"
    office.write_text(PLAN + table, encoding="utf-8")
    last = shares(office)["市市场监督管理局"].assignments[-1]
    assert (last.marker, last.heading, last.targets, last.role) == ("指标", "专利授权量", ("300件",), "responsible")


def test_tasks_that_nobody_is_named_for_are_told(office: Path) -> None:
    assert split(str(office)).division.unassigned == (("第一部分第3项", "举办论坛"),)


def test_a_plan_without_units_can_t_be_split(office: Path) -> None:
    office.write_text("标题: 要点\n部分: [{标题: 保护, 内容: 加强保护。}]\n", encoding="utf-8")
    with pytest.raises(InputError, match="没有一项任务写了"):
        split(str(office))


def test_a_unit_s_file_has_the_note_and_its_tasks(office: Path) -> None:
    document = docx.Document(io.BytesIO(dict(split(str(office)).outputs())["市公安局.docx"]))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "市公安局：" in words
    assert any("（示知〔2027〕1号）涉及你单位的2项任务" in each and "牵头1项、配合1项。" in each for each in words)
    lead, support = (
        [[cell.text.replace("\n", "") for cell in row.cells] for row in table.rows]  # names turn over
        for table in document.tables[:2]
    )
    assert lead[0][4:] == ["牵头单位", "配合单位", "完成时限"]
    assert lead[1] == [
        "一、（二）1.", "查处农资案件", "查处农资案件。", "", "市公安局", "市市场监督管理局", "9月底前",
    ]  # fmt: skip
    assert support[1][3:] == ["合格率达到90%以上", "市市场监督管理局", "市公安局、各县（区）人民政府", "6月底前"]


def test_the_note_comes_from_the_office_s_own_template(office: Path) -> None:
    folder = office.parent.parent / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "分送通知.j2").write_text("请{{ 单位 }}办理\n{{ 单位 }}\n共{{ 总数 }}项。\n", encoding="utf-8")
    document = docx.Document(io.BytesIO(dict(split(str(office)).outputs())["市药监局.docx"]))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "请市药监局办理" in words
    assert "共1项。" in words


def test_a_template_can_t_reach_into_the_program(office: Path) -> None:
    folder = office.parent.parent / "templates" / "notice"
    folder.mkdir(parents=True)
    (folder / "分送通知.j2").write_text("{{ ''.__class__.__mro__ }}\n甲\n乙\n", encoding="utf-8")
    with pytest.raises(InputError, match="分送通知"):
        list(split(str(office)).outputs())


def test_the_workbook_counts_and_lists(office: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(dict(split(str(office)).outputs())[WORKBOOK]))
    assert book.sheetnames == ["汇总", "任务", "没有单位的任务"]
    assert [cell.value for cell in book["汇总"][2]] == ["市公安局", 1, 0, 1, 2, "市公安局.docx"]
    assert [cell.value for cell in book["任务"][2]][:4] == ["市公安局", "牵头", "一、（二）1.", "查处农资案件"]


def test_the_workbook_names_whom_to_send_a_share_to_where_the_roster_does(office: Path) -> None:
    roster = office.parent / "units.yaml"
    roster.write_text(ROSTER.replace("- 市公安局", "- {名称: 市公安局, 联系人: 张明}"), encoding="utf-8")
    counts = openpyxl.load_workbook(io.BytesIO(dict(split(str(office)).outputs())[WORKBOOK]))["汇总"]
    told = {row[0]: row[-1] for row in counts.iter_rows(values_only=True)}
    assert (told["单位"], told["市公安局"], told["市市场监督管理局"]) == ("联系人", "张明", "")


def test_words_that_look_like_formulas_stay_words(office: Path) -> None:
    office.write_text(
        PLAN.replace("举办论坛。", "举办论坛。\n    责任单位: '=HYPERLINK(\"http://x\")局'"), encoding="utf-8"
    )
    book = openpyxl.load_workbook(io.BytesIO(dict(split(str(office)).outputs())[WORKBOOK]))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_two_runs_give_the_same_bytes_and_a_change_is_told(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "分送"
    assert write(split(str(office)), str(folder)) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert write(split(str(office)), str(folder)) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    office.write_text(PLAN.replace("6月底前", "5月底前"), encoding="utf-8")
    assert write(split(str(office)), str(folder)) == 4  # three units and the workbook


def test_the_folder_lies_beside_the_plan() -> None:
    assert default_folder("plan_specs/2027年要点.yaml") == str(Path("plan_specs/2027年要点.分送"))
    with pytest.raises(InputError):
        default_folder("-")


@settings(deadline=None, max_examples=8)
@given(st.lists(st.text(min_size=1, max_size=30).map(readable), min_size=1, max_size=3))
def test_any_unit_s_name_can_stand_in_its_files(names: list[str]) -> None:
    task = Task(id="1.1", heading=Text("任务"), units=Units(lead=tuple(map(Text, names))))
    plan = Document(title=Text("要点"), sections=(Section(id="1", tasks=(task,)),))
    division = divide(plan, None)
    for share in division.shares:
        docx.Document(io.BytesIO(render(letter(plan, share, Office()), Office(), "docx")))
    book = openpyxl.load_workbook(io.BytesIO(reporter("shares", "xlsx").report(division)))
    assert [book[name].page_setup.paperSize for name in ("汇总", "任务")] == [9, 8]  # A3 where A4 is too narrow


@given(st.lists(st.text(max_size=300), max_size=8, unique=True))
def test_any_unit_s_name_makes_a_file_name_that_is_safe_and_its_own(units: list[str]) -> None:
    names = list(file_names(units))
    assert len({name.casefold() for name in names}) == len(units)
    for name in names:
        assert Path(name).name == name and name.endswith(".docx")
        assert not set(name) & set('<>:"/\\|?*\0\n') and len(name.encode()) < 255
        assert name.removesuffix(".docx").strip(" .") == name.removesuffix(".docx") != ""


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("../../etc/passwd", "etc passwd.docx"),
        ("CON", "_CON.docx"),
        ("市公安局\n", "市公安局.docx"),
        ("…/", "….docx"),
        (" . ", "未具名单位.docx"),
    ],
)
def test_hostile_names_stay_in_the_folder(unit: str, name: str) -> None:
    assert list(file_names([unit])) == [name]
