"""What the plan does although its superior forbids it, or no longer does; and words of a sentence of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from superiors import findings, texts, written

from planforge.api.coverage import trace


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("规范收费。养老机构不得收取老年人押金。", "规范收费。养老机构收取老年人押金。"),
        ("规范收费。不得以任何名义收取入院费用。", "规范收费。按标准收取入院费用。"),
        ("规范收费。各类机构不得向老年人收取押金。", "规范收费。养老机构收取押金。"),
        ("简化手续。不再要求老年人提供纸质证明。", "简化手续。要求老年人提供纸质证明。"),
        ("简化手续。不得要求老年人预缴入住押金。", "简化手续。老年人预缴入住押金。"),
        ("简化手续。不再要求机构为此接受消防检查。", "简化手续。要求机构接受消防检查。"),
        ("简化手续。不收取老年人评估办证费用。", "简化手续。收取老年人评估办证费用。"),
        ("简化手续。无需提交身份证复印件。", "简化手续。提交身份证复印件。"),
        ("防范风险。养老机构严禁吸收老年人存款。", "防范风险。养老机构可以吸收老年人存款。"),
        ("防范风险。严禁擅自改变养老设施用途。", "防范风险。允许改变养老设施用途。"),
        ("规范收费。取消养老机构设立许可收费。", "规范收费。保留养老机构设立许可收费。"),
        ("规范收费。取消养老机构设立许可收费。", "规范收费。规范养老机构设立许可收费。"),
        ("规范收费。停止审批新建培训疗养机构。", "规范收费。恢复审批新建培训疗养机构。"),
        ("规范收费。免收困难老年人评估费用。", "规范收费。收取困难老年人评估费用。"),
        ("减轻负担。减免养老机构用房租金。", "减轻负担。不再减免养老机构用房租金。"),
        ("严格评估。不得将户籍作为入住条件。", "严格评估。将户籍作为入住条件。"),
    ],
)
def test_the_reverse_of_a_demand_is_told_and_covers_nothing(tmp_path: Path, superior: str, plan: str) -> None:
    assert [found.severity for found in findings(tmp_path, "COV005", superior, plan)] == ["warning"]
    ours, theirs = written(tmp_path, *texts(superior, plan))
    assert trace(ours, (theirs,)).directives[0].tasks[0].status != "covered"


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("规范收费。养老机构不得收取老年人押金。", "规范收费。查处养老机构收取老年人押金行为。"),
        ("规范收费。养老机构不得收取老年人押金。", "规范收费。养老机构一律不得收取老年人押金。"),
        ("规范收费。严禁养老机构违规收费。", "规范收费。规范养老机构收费。"),
        ("规范收费。严禁擅自改变养老设施用途。", "规范收费。改变养老设施用途须经审批。"),
        ("规范收费。建设用地不得低于规定标准。", "规范收费。建设用地不低于规定标准。"),
        ("规范收费。不具备条件的养老机构依法关闭。", "规范收费。督促养老机构具备条件。"),
        ("规范收费。机构不得收取押金，可以收取餐费。", "规范收费。机构可以收取餐费，不得收取押金。"),
        ("规范收费。不得收取老年人押金，机构收取老年人餐费。", "规范收费。机构收取老年人餐费。"),
        ("严格评估。不再符合条件的应当退出。", "严格评估。低收入且符合条件的。"),
        ("减轻负担。取消养老机构许可收费。", "减轻负担。落实养老机构许可收费取消政策。"),
    ],
)
def test_what_keeps_a_ban_in_other_words_is_not_told(tmp_path: Path, superior: str, plan: str) -> None:
    assert findings(tmp_path, "COV005", superior, plan) == []


def test_both_words_of_a_reversed_demand_are_quoted(tmp_path: Path) -> None:
    superior, plan = "规范收费。养老机构不得收取老年人押金。", "规范收费。养老机构收取老年人押金。"
    (found,) = findings(tmp_path, "COV005", superior, plan)
    assert found.message == "省#1.1/1要求“养老机构不得收取老年人押金”，这里写成“养老机构收取老年人押金”"
    assert found.advice == "把“收取”改回上级的用词“不得收取”"


def test_a_short_phrase_means_what_it_goes_on_from(tmp_path: Path) -> None:
    superior = "清理项目。未经审批的养老项目，一律不得开工。"
    assert len(findings(tmp_path, "COV005", superior, "清理项目。未经审批的养老项目，原则上不得开工。")) == 1
    assert findings(tmp_path, "COV005", superior, "清理项目。正在验收的助餐项目，原则上不得开工。") == []


@pytest.mark.parametrize(
    ("plan", "severities"),
    [
        ("检查食堂。对养老机构食堂开展食品安全检查。", ["info"]),
        ("检查食堂。对养老机构食堂开展食品安全检查，每月通报。", []),
        ("检查食堂。对养老机构食堂开展食品安全检查，6月底前完成。", []),
        ("检查食堂。查处养老机构食堂违规行为。", []),
    ],
)
def test_what_is_left_open_of_how_often_is_hinted_at(tmp_path: Path, plan: str, severities: list[str]) -> None:
    found = findings(tmp_path, "DDL010", "检查食堂。每季度对养老机构食堂开展食品安全检查。", plan)
    assert [each.severity for each in found] == severities


@pytest.mark.parametrize(("quarter", "late"), [("第四季度", True), ("第三季度", False), ("下半年", False)])
def test_a_quarter_that_begins_behind_the_limit_is_late(tmp_path: Path, quarter: str, late: bool) -> None:
    superior = "公开事项。9月底前将养老服务审批事项纳入线上平台。"
    plan = f"公开事项。{quarter}将养老服务审批事项纳入线上平台。"
    assert bool(findings(tmp_path, "DDL004", superior, plan)) is late


@pytest.mark.parametrize(
    ("superior", "plan", "late"),
    [
        ("7日", "10个工作日", True),
        ("5个工作日", "7日", False),
        ("5个工作日", "40天", True),
        ("7日", "5个工作日", False),
    ],
)
def test_working_days_and_days_are_told_apart_where_one_is_surely_longer(
    tmp_path: Path, superior: str, plan: str, late: bool
) -> None:
    words = "处理投诉。养老服务投诉{}内办结。"
    assert bool(findings(tmp_path, "DDL004", words.format(superior), words.format(plan))) is late


@pytest.mark.parametrize(
    "plan",
    [
        "做好助餐。社区食堂公示餐费标准，条件成熟的逐步落实。",
        "做好助餐。社区食堂公示餐费标准。视情况开展。",
        "做好助餐。社区食堂公示餐费标准，确有困难的逐步落实。",
        "做好助餐。社区食堂公示餐费标准，有条件的地方适时推行。",
    ],
)
def test_soft_words_behind_a_demand_take_it_back(tmp_path: Path, plan: str) -> None:
    (found,) = findings(tmp_path, "COV005", "做好助餐。社区食堂必须公示餐费标准。", plan)
    assert (found.severity, found.span.start.line, found.span.start.column) == ("warning", 4, 9)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("开展评估。城区养老机构开展等级评定，其他养老机构10月底前完成。", False),
        ("开展评估。先在城区养老机构开展等级评定，年底前全市推开。", False),
        ("开展评估。城区养老机构开展等级评定，强化结果运用。", True),
    ],
)
def test_a_part_is_no_narrower_scope_where_the_others_follow(tmp_path: Path, plan: str, told: bool) -> None:
    assert bool(findings(tmp_path, "COV008", "开展评估。所有养老机构开展等级评定。", plan)) is told
