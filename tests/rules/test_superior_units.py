"""Units of a superior task without a counterpart among those of the task that answers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check

DUTY = "建立种子质量追溯制度，开展制种基地巡查，查处假劣种子。"
SUPERIOR = "云溪省2027年种业工作要点\n\n一、振兴种业\n（一）强化种子监管。" + DUTY + "（{}）\n"
HEAD = "级别: 市\n标题: 2027年示例市种业工作要点\n年度: 2027\n上级文件: {省: 省.txt}\n"
HEAD += "部分:\n  - 标题: 振兴种业\n    任务:\n"
TASK = "      - {{标题: 强化种子监管, 内容: {}, {}: [{}]{}}}\n"
OTHER = "      - {标题: 举办种业展会, 内容: 举办种业展会。, 责任单位: [市种业发展中心, 市商务局]}\n"


def told(
    folder: Path, theirs: str, ours: str, *, declared: bool = True, role: str = "责任单位", head: str = ""
) -> list[str]:
    (folder / "省.txt").write_text(SUPERIOR.format(theirs), encoding="utf-8")
    task = TASK.format(DUTY, role, ours, ", 落实: 省#1.1" if declared else "")
    (folder / "要点.yaml").write_text(head + HEAD + task + OTHER, encoding="utf-8")
    found = check(str(folder / "要点.yaml"), CheckOptions()).diagnostics
    return [each.message for each in found if each.code == "UNI009"]


def test_a_unit_of_a_function_that_no_table_knows_is_missed_where_the_plan_names_its_like(tmp_path: Path) -> None:
    theirs = "责任单位：省农业农村厅、省种业发展中心"
    assert told(tmp_path, theirs, "市农业农村局") == ["省#1.1由省种业发展中心等负责，这里没有对口单位"]
    assert told(tmp_path, theirs, "市农业农村局, 市种业发展中心") == []


@pytest.mark.parametrize(("ours", "names"), [("市农业农村局", 0), ("市自然资源局", 0), ("市商务局", 1)])
def test_an_office_that_takes_care_of_the_sea_is_its_counterpart(tmp_path: Path, ours: str, names: int) -> None:
    assert len(told(tmp_path, "责任单位：省海洋局", ours)) == names


@pytest.mark.parametrize("declared", [True, False])
def test_one_of_several_leads_is_missed_whether_the_link_is_declared_or_not(tmp_path: Path, declared: bool) -> None:
    theirs = "牵头单位：省农业农村厅、省市场监管局、省公安厅"
    found = told(tmp_path, theirs, "市农业农村局, 市公安局", declared=declared, role="牵头单位")
    assert found == ["省#1.1由省市场监管局等负责，这里没有对口单位"]


@pytest.mark.parametrize(
    ("ours", "issuer", "missed"),
    [
        ("市文体旅游局", "", 0),
        ("市文旅局", "", 0),
        ("市体育局", "", 0),  # what it was called before; that this is no longer its name is told apart
        ("市商务局", "", 1),
        ("市商务局", "示例市文体旅游局", 0),
        ("市商务局", "示例市教育局", 1),
    ],
)
def test_the_counterpart_that_a_roster_names_is_known_by_all_its_names_and_as_the_issuer(
    tmp_path: Path, ours: str, issuer: str, missed: int
) -> None:
    unit = "{名称: 市文体旅游局, 简称: [市文旅局], 曾用名: [市体育局], 上级对口: [省体育局]}"
    (tmp_path / "planforge.yaml").write_text("单位名录: 名录.yaml\n", encoding="utf-8")
    (tmp_path / "名录.yaml").write_text(f"单位: [{unit}, 市商务局, 市教育局]\n", encoding="utf-8")
    found = told(tmp_path, "责任单位：省体育局", ours, head=f"发文机关: [{issuer}]\n" if issuer else "")
    assert len(found) == missed
