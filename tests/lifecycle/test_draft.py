"""Next year's plan drafted from last year's and from the superior documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from planforge import yaml_io
from planforge.api import checking, documents
from planforge.cli.main import root
from planforge.lifecycle.draft.advance import Advance, done_once
from planforge.lifecycle.draft.units import Office
from planforge.lifecycle.draft.wording import Wording
from planforge.model import Document, InputError, Roster, RosterUnit, Task

LAST = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: 示例市知识产权局
年度: 2027
成文日期: 2027年1月15日
导语: 2027年是实施新规划的第一年。
部分:
  - 标题: 强化保护
    任务:
      - 标题: 建设保护中心
        内容: 建成示例市知识产权保护中心。
        牵头单位: 市知识产权局
        完成时限: 2027年6月底前
        状态: 已完成
        佐证: 示知〔2027〕9号
      - 标题: 开展专项执法
        内容: 2027年组织春秋两季专项执法行动，查处侵权假冒案件不少于80件。
        牵头单位: 市市场监管局
        完成时限: 2027年11月底前
        进展: 已办结60件
  - 标题: 促进运用
    任务:
      - {标题: 发展质押融资, 内容: 推广知识产权质押融资白名单，开展银企对接。, 牵头单位: 市知识产权局, 完成时限: 年底前}
"""
PROVINCE = """\
标题: 云溪省强化知识产权保护实施意见
文号: 云溪政办〔2027〕38号
发文机关: 云溪省人民政府办公厅
层级: 省
部分:
  - 标题: 强化保护
    任务:
      - 标题: 加强商业秘密保护
        内容: 编制企业商业秘密管理指引。2028年9月底前，每个设区的市建成商业秘密保护示范点不少于5个。
        责任单位: [省市场监管局, 省工业和信息化厅, 省财政厅, 省某某中心]
      - 标题: 开展专项执法
        内容: 组织春秋两季专项执法行动，查处侵权假冒案件。
"""
NATION = """\
标题: 国家商业秘密保护工作方案
发文机关: 国家知识产权局
层级: 国家
部分:
  - 标题: 强化保护
    任务:
      - 标题: 加强商业秘密保护
        内容: 编制企业商业秘密管理指引。建成商业秘密保护示范点不少于3个。
        责任单位: 财政部
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in (("去年", LAST), ("省意见", PROVINCE), ("国家方案", NATION)):
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drafted(*against: str) -> tuple[str, Document]:
    """The text of a draft for 2028, and what it is read as, without a fault."""
    made = documents.draft("去年.yaml", 2028, against)
    reading = yaml_io.load(made.text.encode(), "草稿.yaml")
    assert reading.diagnostics == ()
    return made.text, reading.document


def task(document: Document, heading: str) -> Task:
    return next(node for node in document.walk() if node.heading.value == heading)


def test_unfinished_tasks_come_along_a_year_later(folder: Path) -> None:
    text, document = drafted("省意见.yaml")
    assert document.title.value == "2028年示例市知识产权工作要点"
    assert document.preamble.value == "2028年是实施新规划的第二年。"
    carried = task(document, "开展专项执法")
    assert carried.text.value == "2028年组织春秋两季专项执法行动，查处侵权假冒案件不少于80件。"
    assert carried.deadlines[0].text.value == "2028年11月底前"
    assert "# 来源：上年第一部分第2项（1.2）\n      # 上年进展：已办结60件" in text
    assert "定多少：查处侵权假冒案件不少于80件" in text


def test_finished_tasks_are_dropped_and_listed(folder: Path) -> None:
    text, document = drafted("省意见.yaml")
    assert "建设保护中心" not in [node.heading.value for node in document.walk()]
    assert "#   - 第一部分第1项 建设保护中心（示知〔2027〕9号）" in text


def test_what_a_finished_task_left_open_of_a_demand_is_asked_for_and_not_waived(folder: Path) -> None:
    settled = "建成知识产权保护中心。完善保护中心快速受理规程。"
    Path("去年.yaml").write_text(LAST.replace("建成示例市知识产权保护中心。", settled), encoding="utf-8")
    demand = (
        f"  - 标题: 建设保护中心\n    任务:\n      - 标题: 建设保护中心\n        内容: {settled}发放种粮农民补贴。\n"
    )
    Path("省意见.yaml").write_text(PROVINCE + demand, encoding="utf-8")
    _, document = drafted("省意见.yaml")
    assert [(each.item, each.reason) for each in document.waivers] == [
        ("2.1/1", "2027年已经完成（建设保护中心）"),
        ("2.1/2", "2027年已经完成（建设保护中心）"),
    ]
    assert task(document, "建设保护中心").text.value == "发放种粮农民补贴。"


def test_what_an_unfinished_task_answers_is_not_waived_because_another_is_finished(folder: Path) -> None:
    settled, going_on = "建成知识产权保护中心。", "推广知识产权质押融资白名单，开展银企对接。"
    Path("去年.yaml").write_text(LAST.replace("建成示例市知识产权保护中心。", settled), encoding="utf-8")
    demand = f"  - 标题: 建设保护中心\n    任务:\n      - 标题: 建设保护中心\n        内容: {settled}{going_on}\n"
    Path("省意见.yaml").write_text(PROVINCE + demand, encoding="utf-8")
    _, document = drafted("省意见.yaml")
    assert [each.item for each in document.waivers] == ["2.1/1"]


def test_number_and_date_are_left_to_the_author(folder: Path) -> None:
    text, document = drafted("省意见.yaml")
    assert (document.doc_number.value, document.issued) == ("", None)
    assert "待定：文号、成文日期" in text


def test_a_demand_without_an_answer_becomes_a_local_task_with_its_link(folder: Path) -> None:
    text, document = drafted("省意见.yaml")
    stub = task(document, "加强商业秘密保护")
    assert stub.text.value == "编制企业商业秘密管理指引。2028年9月底前，建成商业秘密保护示范点不少于5个。"
    assert [unit.value for unit in stub.units.responsible] == ["市市场监管局", "市工业和信息化局", "市财政局"]
    assert [(link.directive, link.item) for link in stub.implements] == [("省意见", "1.1")]
    assert stub.id == "1.2"  # under the section where the superior's like demands are answered
    assert "省某某中心，在本级由谁承担" in text


def test_what_a_whole_province_reaches_together_is_no_floor_for_one_city(folder: Path) -> None:
    sums = PROVINCE.replace("编制企业商业秘密管理指引。", "全省编制企业商业秘密管理指引120份。")
    (folder / "省意见.yaml").write_text(sums, encoding="utf-8")
    text, _ = drafted("省意见.yaml")
    assert "数字是上级全部地区合计的，本级分多少：全市编制企业商业秘密管理指引120份" in text
    assert "上级的要求是底线，本级定多少：建成商业秘密保护示范点不少于5个" in text


def test_a_stub_stands_among_the_nested_tasks_that_are_its_nearest_relatives(folder: Path) -> None:
    nested = """\
标题: 2027年示例市知识产权工作要点
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - 标题: 行政保护
        任务:
          - {标题: 开展专项执法, 内容: 组织春秋两季专项执法行动，查处侵权假冒案件不少于80件。}
          - {标题: 规范执法文书, 内容: 统一执法文书格式。}
      - 标题: 企业保密
        任务:
          - {标题: 举办保密讲座, 内容: 为企业举办商业秘密讲座4场。}
          - {标题: 选聘保密顾问, 内容: 选聘一批顾问。}
"""
    (folder / "去年.yaml").write_text(nested, encoding="utf-8")
    _, document = drafted("省意见.yaml")
    assert task(document, "加强商业秘密保护").id == "1.2.3"
    assert [node.heading.value for node in document.sections[0].tasks] == ["行政保护", "企业保密"]


def test_a_unit_that_nobody_knows_is_asked_for_once_with_its_places(folder: Path) -> None:
    more = "      - {标题: 建立预警机制, 内容: 建立海外风险预警机制。, 责任单位: 省某某中心}\n"
    (folder / "省意见.yaml").write_text(PROVINCE + more, encoding="utf-8")
    head = drafted("省意见.yaml")[0].partition("标题:")[0]
    asked = [line for line in head.splitlines() if "省某某中心" in line]
    assert len(asked) == 1 and asked[0].count("部分第") == 2


def test_the_same_demand_of_two_superiors_becomes_one_task_with_two_links(folder: Path) -> None:
    _, document = drafted("国家方案.yaml", "省意见.yaml")
    stubs = [node for node in document.walk() if node.heading.value == "加强商业秘密保护"]
    assert len(stubs) == 1
    assert {link.directive for link in stubs[0].implements} == {"国家方案", "省意见"}
    assert "每个设区的市" not in stubs[0].text.value
    assert "不少于5个" in stubs[0].text.value


def test_what_a_check_still_finds_stands_at_the_head(folder: Path) -> None:
    made = documents.draft("去年.yaml", 2028, ["省意见.yaml"])
    (folder / "草稿.yaml").write_text(made.text, encoding="utf-8")
    found = [each for each in checking.check("草稿.yaml").diagnostics if each.severity != "info"]
    head = made.text.partition("标题:")[0]
    codes = {each.code for each in made.findings}
    assert codes
    assert {each.code for each in found} <= codes
    assert all(code in head for code in codes)


def test_the_same_input_gives_the_same_draft(folder: Path) -> None:
    assert drafted("省意见.yaml")[0] == drafted("省意见.yaml")[0]


def test_a_draft_never_overwrites_a_file(folder: Path) -> None:
    arguments = ["draft", "去年.yaml", "--year", "2028", "-o", "新.yaml"]
    assert CliRunner().invoke(root, arguments).exit_code == 0
    (folder / "新.yaml").write_text("改过的", encoding="utf-8")
    assert isinstance(CliRunner().invoke(root, arguments).exception, InputError)
    assert (folder / "新.yaml").read_text(encoding="utf-8") == "改过的"


@pytest.mark.parametrize(("year", "words"), [(2027, "以后的年份"), (2000, "以后的年份"), (2099, "以后的年份")])
def test_a_year_that_does_not_follow_is_refused(folder: Path, year: int, words: str) -> None:
    with pytest.raises(InputError, match=words):
        documents.draft("去年.yaml", year)


def test_a_plan_without_tasks_or_year_is_refused(folder: Path) -> None:
    (folder / "空.yaml").write_text("标题: 工作要点\n", encoding="utf-8")
    with pytest.raises(InputError, match="读不出任务"):
        documents.draft("空.yaml", 2028)
    (folder / "无年.yaml").write_text(LAST.replace("2027年", "").replace("年度: 2027\n", ""), encoding="utf-8")
    with pytest.raises(InputError, match="哪一年"):
        documents.draft("无年.yaml", 2028)


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("2027年3月底前印发", "2028年3月底前印发"),
        ("落实《规划（2027—2030年）》", "落实《规划（2027—2030年）》"),
        ("2025—2027年三年行动", "2025—2027年三年行动"),
        ("比2026年增长5%", "比2027年增长5%"),
        ("自2027年起施行", "自2027年起施行"),
        ("2029年底前建成", "2029年底前建成"),
        ("规划实施的第十年", "规划实施的第十一年"),
        ("“十五五”规划的开局之年", "“十五五”规划的第三年"),
    ],
)
def test_years_and_ordinals_move_only_where_they_mean_the_plans_own_year(words: str, moved: str) -> None:
    assert Advance(2027, 2028).words(words) == moved


def test_what_cannot_be_counted_is_left_open() -> None:
    advance = Advance(2027, 2028)
    assert advance.words("贯彻会议精神的开局之年") == "贯彻会议精神的开局之年"
    assert any("开局之年" in words for words in advance.take_open())
    assert list(done_once("正式上线信息平台，制定2027年执法方案，持续开展宣传。")) == ["正式上线信息平台"]


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("全省推广，我省先行", "全市推广，我市先行"),
        ("保持在全省前列", "保持在全省前列"),
        ("各市要制定方案，报省知识产权局备案", "各县（区）要制定方案，报省知识产权局备案"),
        ("各市（州）要制定方案", "各县（区）要制定方案"),
        ("各市州人民政府", "各县（区）人民政府"),
        ("由地方落实《云溪省全省通办办法》", "由地方落实《云溪省全省通办办法》"),
        ("发挥省知识产权工作联席会议作用", "发挥市知识产权工作联席会议作用"),
        ("培育市场主体", "培育市场主体"),
    ],
)
def test_a_provinces_words_become_a_citys(words: str, local: str) -> None:
    assert Wording("省", Office("市", "city")).local(words) == local


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("由区财政承担", "由市财政承担"),
        ("由园区财政承担", "由园区财政承担"),
        ("督促园区各级各部门", "督促全市各级各部门"),
        ("发挥区知识产权工作领导小组作用", "发挥市知识产权工作领导小组作用"),
        ("发挥开发区招商联席会议作用", "发挥开发区招商联席会议作用"),
    ],
)
def test_a_park_is_no_district(words: str, local: str) -> None:
    assert Wording("区", Office("市", "city")).local(words) == local


@pytest.mark.parametrize(
    ("superior", "unit"),
    [
        ("省财政厅", "市财政局"),
        ("云溪省司法厅", "市司法局"),
        ("国家发展改革委", "市发展改革委"),
        ("省高级人民法院", "市中级人民法院"),
        ("区公安分局", "市公安局"),
        ("各市人民政府", "各县（区）人民政府"),
        ("溪口海关", "溪口海关"),
        ("省某某中心", None),
    ],
)
def test_units_are_found_by_what_they_do(superior: str, unit: str | None) -> None:
    assert Office("市", "city").counterpart(superior) == unit


def test_the_roster_decides_and_the_plans_own_way_of_writing_counts() -> None:
    roster = Roster(
        (RosterUnit("市市场监督管理局", ("市市场监管局",)), RosterUnit("市大数据中心", superiors=("省数据局",)))
    )
    office = Office("市", "city", roster, ("市市场监管局",))
    assert office.counterpart("省市场监管局") == "市市场监管局"
    assert office.counterpart("省数据局") == "市大数据中心"
    assert office.counterpart("省财政厅") is None


def test_a_draft_from_a_real_plan_answers_every_demand_it_can(shared: Path) -> None:
    last = next((shared / "seeds").glob("003*"))
    superior = next((shared / "seeds").glob("000*"))
    made = documents.draft(str(last), 2024, [str(superior)])
    document = yaml_io.load(made.text.encode(), "草稿.yaml").document
    assert document.title.value.startswith("2024年")
    assert [node.number for section in document.sections for node in section.tasks] == list(
        range(1, len(list(document.leaves())) + 1)
    )
    assert not [each for each in made.findings if each.code.startswith("COV")]
