"""Where rules draw a line: what lies just on its other side is told otherwise, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check
from planforge.model import Text
from planforge.rules.format._found import once

PLAN = """\
标题: 2027年工作要点
年度: 2027
部分:
  - 标题: 主要任务
    任务:
      - {标题: 办好实事, 内容: %s}
"""


def told(folder: Path, code: str, plan: str) -> list[str]:
    path = folder / "要点.yaml"
    path.write_text(plan, encoding="utf-8")
    return [each.message for each in check(str(path), CheckOptions(select=(code,))).diagnostics]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("组织全县送法下乡进村活动。组织全县送法下乡再进村活动。", ["相邻两句都写了“组织全县送法下乡进村活动”"]),
        ("组织全县中小学开展安全教育。组织全县中小学开展体检筛查。", []),
        (
            "组织全县中小学开展安全教育。组织全县中小学持续开展安全教育。",
            ["相邻两句都写了“组织全县中小学开展安全教育”"],
        ),
    ],
)
def test_sentences_say_one_thing_where_no_more_than_a_word_is_put_in(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert told(tmp_path, "STR008", PLAN % text) == found


def test_behind_the_name_of_a_paragraph_repetitions_are_told_all_the_same(tmp_path: Path) -> None:
    named = "建立监测预警机制。\\n建立监测预警机制，定期研判风险。"
    again = "组织全县中小学开展安全教育。组织全县中小学持续开展安全教育。"
    assert told(tmp_path, "STR008", PLAN % f'"{named}"') == []
    assert told(tmp_path, "STR008", PLAN % f'"{named}{again}"') == ["相邻两句都写了“组织全县中小学开展安全教育”"]


def by_units(*units: str) -> str:
    tasks = "".join(f"      - {{标题: 办好第{n}件事, 责任单位: {unit}}}\n" for n, unit in enumerate(units))
    return PLAN.replace("      - {标题: 办好实事, 内容: %s}\n", tasks)


def test_a_plan_stands_on_the_level_of_more_than_half_of_its_units(tmp_path: Path) -> None:
    cities = ("市财政局", "市教育局", "市民政局", "市公安局")
    counties = ("县财政局", "县教育局", "县民政局")
    assert told(tmp_path, "UNI007", by_units(*cities, *counties, "省财政厅")) == []
    assert told(tmp_path, "UNI007", by_units(*cities, *counties[:2], "省财政厅")) == ["“省财政厅”是上级的单位"]
    assert told(tmp_path, "UNI007", by_units(*cities[:3], "省财政厅")) == []  # so few tell nothing


@pytest.mark.parametrize(("tasks", "severity"), [(2, "info"), (3, "error")])
def test_units_must_be_told_in_a_plan_and_hardly_in_an_extract(tmp_path: Path, tasks: int, severity: str) -> None:
    path = tmp_path / "要点.yaml"
    listed = "".join(f"      - {{标题: 办好第{n}件事, 内容: 办好实事。}}\n" for n in range(tasks))
    path.write_text(PLAN.replace("      - {标题: 办好实事, 内容: %s}\n", listed), encoding="utf-8")
    (found,) = check(str(path), CheckOptions(select=("UNI001",))).diagnostics
    assert (found.message, found.severity) == (f"全文{tasks}项任务都没有责任单位", severity)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进'一网通办'建设。", []),
        ('推进"一网通办"建设。', []),
        ('推进"一网通办建设。', ["直引号没有与它配对的右双引号"]),
        ('推进"一网通办"建设"。', ["直引号没有与它配对的右双引号"]),
        ('推进“一网通办"建设。', []),
    ],
)
def test_straight_quotation_marks_open_and_close_in_turn(tmp_path: Path, text: str, found: list[str]) -> None:
    quoted = text.replace("'", "''")
    assert told(tmp_path, "PUN001", PLAN % f"'{quoted}'")[:1] == found


def test_a_short_name_that_the_notice_uses_before_it_defines_it_is_told(tmp_path: Path) -> None:
    notice = "通知: {标题: 印发通知, 内容: 建好快维中心。依托示例市快速维权中心（以下简称“快维中心”）服务。}\n"
    assert told(tmp_path, "CIT006", PLAN % "无" + notice) == ["简称“快维中心”用在定义（第7行）之前"]
    apart = "通知: {标题: 印发通知, 内容: 建好快维中心。}\n"
    defined = "依托示例市快速维权中心（以下简称“快维中心”）服务。"
    assert told(tmp_path, "CIT006", PLAN % defined + apart) == []


@pytest.mark.parametrize(("count", "told"), [(3, "“第0段”、“第1段”、“第2段”"), (4, "“第0段”、“第1段”、“第2段”、……")])
def test_of_many_places_the_first_three_are_named(count: int, told: str) -> None:
    (found,) = once([Text(f"第{n}段") for n in range(count)], "首行没有空两字", "正文", "设首行缩进")
    assert found.message == f"首行没有空两字，共{count}处：{told}"


DUTY = "建立种子质量追溯制度，开展制种基地巡查，查处假劣种子。"
SUPERIOR = f"云溪省2027年种业工作要点\n\n一、振兴种业\n（一）强化监管。{DUTY}（责任单位：省种子站）\n"
ROSTER = "单位: [{名称: 市农业农村局, 上级对口: [省种子站], 简称: [市农业局]}, 市商务局]\n"
LINKED = """\
级别: 市
标题: 2027年示例市种业工作要点
上级文件: {省: 省.txt}
部分: [{标题: 振兴种业, 任务: [{标题: 强化监管, 内容: %s, 责任单位: %s, 落实: 省#1.1}]}]
"""


@pytest.mark.parametrize(("unit", "names"), [("市农业农村局", 0), ("市农业局", 0), ("市商务局", 1)])
def test_the_roster_says_whose_counterpart_a_unit_is(tmp_path: Path, unit: str, names: int) -> None:
    (tmp_path / "省.txt").write_text(SUPERIOR, encoding="utf-8")
    (tmp_path / "名录.yaml").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "planforge.yaml").write_text("单位名录: 名录.yaml\n", encoding="utf-8")
    assert len(told(tmp_path, "UNI009", LINKED % (DUTY, unit))) == names


def test_what_a_weaker_clause_answers_is_told_apart_from_what_nothing_answers(tmp_path: Path) -> None:
    must = "编制场馆开放名录。公办学校必须在节假日向社会开放体育场馆。全年举办社区运动会。建立健身器材巡检制度。"
    (tmp_path / "省.txt").write_text(SUPERIOR.replace(DUTY, must), encoding="utf-8")
    may = "编制场馆开放名录。公办学校可以在节假日向社会开放体育场馆。"
    (found,) = told(tmp_path, "COV003", LINKED % (may, "市商务局"))
    missing, _, half = found.partition("，没有完全对应的内容：")
    assert half == "“公办学校必须在节假日向社会开放体育场馆”"
    assert missing.endswith("只落实了一部分，没有对应的内容：“全年举办社区运动会”；“建立健身器材巡检制度”")
