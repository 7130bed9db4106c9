"""Holding a plan against documents over several levels, and against an earlier report."""

from __future__ import annotations

import json
from pathlib import Path, PurePath

import pytest
from click.testing import CliRunner

from planforge.api import coverage
from planforge.cli.commands.coverage import command
from planforge.lifecycle.checking import CheckOptions, check
from planforge.model import InputError, Trace

NATION = """\
标题: 国家知识产权规划
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}
      - {标题: 发展地理标志, 内容: 建设地理标志产品保护示范区。}
      - {标题: 开展专利导航, 内容: 建设专利导航服务基地。}
"""
PROVINCE = """\
标题: 云溪省知识产权意见
上级文件: {国家规划: 国家规划.yaml}
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}
      - {标题: 发展地理标志, 内容: 建设地理标志产品保护示范区。}
"""
CITY = """\
标题: 2027年示例市工作要点
上级文件: {省意见: 省意见.yaml}
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in (("国家规划", NATION), ("省意见", PROVINCE), ("要点", CITY)):
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lost(held: Trace) -> dict[str, int | None]:
    (chain,) = held.chains
    return {task.task.heading.value: task.clauses[0].lost for task in chain.tasks}


def test_a_directive_that_names_its_own_superior_makes_a_chain(folder: Path) -> None:
    held = coverage.trace("要点.yaml")
    assert [directive.title for directive in held.directives] == ["云溪省知识产权意见"]
    assert lost(held) == {"建立技术调查官库": None, "发展地理标志": 2, "开展专利导航": 1}


def test_a_document_further_up_that_is_missing_is_told(folder: Path) -> None:
    (folder / "国家规划.yaml").unlink()
    held = coverage.trace("要点.yaml")
    assert held.chains == ()
    assert [one.message for one in held.absent] == ["找不到上级文件“国家规划”（国家规划.yaml），没有核对它的落实情况"]
    shown = CliRunner().invoke(command, ["要点.yaml"])
    assert "省意见.yaml：找不到上级文件“国家规划”" in shown.stderr
    assert shown.exit_code == 1


def test_the_levels_between_can_be_named(folder: Path) -> None:
    held = coverage.trace("要点.yaml", ["国家规划.yaml"], ["省意见.yaml"])
    assert lost(held) == {"建立技术调查官库": None, "发展地理标志": 2, "开展专利导航": 1}


def test_documents_that_name_each_other_end_the_way_up(folder: Path) -> None:
    (folder / "国家规划.yaml").write_text(NATION + "上级文件: {省意见: 省意见.yaml}\n", encoding="utf-8")
    assert len(coverage.trace("要点.yaml").chains) == 1


def test_a_superior_document_of_the_superior_that_is_not_here_is_no_fault(folder: Path) -> None:
    (folder / "国家规划.yaml").unlink()
    assert coverage.trace("要点.yaml").chains == ()


def test_a_baseline_tells_what_became_better_and_worse(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    (folder / "要点.yaml").write_text(
        CITY.replace(
            "{标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}",
            "{标题: 发展地理标志, 内容: 建设地理标志产品保护示范区。}",
        ),
        encoding="utf-8",
    )
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    found = {change.words: (change.before, change.after) for change in held.changes or ()}
    assert found == {"建立技术调查官库": ("covered", "uncovered"), "发展地理标志": ("uncovered", "covered")}
    report = str(coverage.report(held, "text"))
    assert "与上次相比：变差 1，变好 1。" in report
    changes = json.loads(str(coverage.report(held, "json")))["changes"]
    assert {change["change"] for change in changes} == {"better", "worse"}


def test_without_changes_the_report_says_so(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    assert "没有变化" in str(coverage.report(coverage.compare(coverage.trace("要点.yaml"), "上次.json"), "text"))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"directives": [1]}', b"\xff\xfe", b'{"directives": [{"title": 1}]}', b"[" * 9000]
)
def test_a_baseline_that_is_no_report_is_refused(folder: Path, content: bytes) -> None:
    (folder / "上次.json").write_bytes(content)
    with pytest.raises(InputError, match="不是 planforge coverage"):
        coverage.compare(coverage.trace("要点.yaml"), "上次.json")


def test_items_of_a_superior_that_is_issued_anew_are_compared_by_their_headings(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    first = "      - {标题: 建立技术调查官库"
    anew = PROVINCE.replace(first, f"      - {{标题: 培育人才, 内容: 培训知识产权师资力量。}}\n{first}")
    (folder / "省意见.yaml").write_text(anew, encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    found = [(change.id, change.words, change.before) for change in held.changes or ()]
    assert found == [("1.1", "培育人才", None)]


def test_an_item_that_got_another_number_and_heading_is_known_by_its_measures(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    first = "      - {标题: 建立技术调查官库"
    anew = PROVINCE.replace(first, f"      - {{标题: 培育人才, 内容: 培训知识产权师资力量。}}\n{first}和专家库")
    (folder / "省意见.yaml").write_text(anew, encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    assert [(change.words, change.before) for change in held.changes or ()] == [("培育人才", None)]


def test_each_of_many_items_that_got_other_numbers_and_headings_is_known_by_its_measures(folder: Path) -> None:
    kinds = [
        "集成电路",
        "生物育种",
        "海洋装备",
        "量子通信",
        "茶叶种植",
        "陶瓷工艺",
        "纺织印染",
        "冷链物流",
        "动漫影视",
        "中药炮制",
    ]
    tasks = [f"      - {{标题: 第{n}类{{}}, 内容: 建设{kind}产业专利导航基地。}}\n" for n, kind in enumerate(kinds)]
    head = PROVINCE.partition("      - ")[0]
    (folder / "省意见.yaml").write_text(head + "".join(tasks).replace("{}", "基地"), encoding="utf-8")
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    (folder / "省意见.yaml").write_text(head + "".join(reversed(tasks)).replace("{}", "中心"), encoding="utf-8")
    assert coverage.compare(coverage.trace("要点.yaml"), "上次.json").changes == ()


def test_two_demands_that_stand_in_one_place_one_after_the_other_are_not_compared(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    other = "{标题: 培育人才, 内容: 培训知识产权师资力量。}"
    anew = PROVINCE.replace("{标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}", other)
    (folder / "省意见.yaml").write_text(anew, encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    found = [(change.id, change.words, change.before, change.after) for change in held.changes or ()]
    assert found == [("1.1", "培育人才", None, "uncovered"), ("1.1（原）", "建立技术调查官库", "covered", None)]


def test_an_item_without_any_words_in_an_earlier_report_is_one_that_is_gone(folder: Path) -> None:
    report = json.loads(str(coverage.report(coverage.trace("要点.yaml"), "json")))
    empty = {**report["directives"][0]["tasks"][0], "heading": "", "clauses": []}
    report["directives"][0]["tasks"] += [{**empty, "id": name} for name in ("7.1", "7.2")]
    (folder / "上次.json").write_text(json.dumps(report), encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    assert [(change.id, change.after) for change in held.changes or ()] == [("7.1", None), ("7.2", None)]


def test_of_two_items_with_one_heading_the_one_that_is_gone_is_told(folder: Path) -> None:
    second = "      - {标题: 发展地理标志, 内容: 健全地理标志专门管理制度。}\n"
    (folder / "省意见.yaml").write_text(PROVINCE + second, encoding="utf-8")
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    (folder / "省意见.yaml").write_text(PROVINCE, encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    assert [(change.id, change.after) for change in held.changes or ()] == [("1.3", None)]


def test_an_item_whose_place_another_has_taken_is_told_as_gone(folder: Path) -> None:
    (folder / "上次.json").write_text(str(coverage.report(coverage.trace("要点.yaml"), "json")), encoding="utf-8")
    dropped = PROVINCE.replace("      - {标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}\n", "")
    (folder / "省意见.yaml").write_text(dropped, encoding="utf-8")
    held = coverage.compare(coverage.trace("要点.yaml"), "上次.json")
    found = [(change.id, change.words, change.after) for change in held.changes or ()]
    assert found == [("1.1（原）", "建立技术调查官库", None)]


def test_a_way_down_that_is_written_upside_down_is_told(folder: Path) -> None:
    heads = {"国家规划": "层级: 国家", "省意见": "发文机关: 云溪省人民政府", "要点": "发文机关: 示例市知识产权局"}
    for (name, head), words in zip(heads.items(), (NATION, PROVINCE, CITY), strict=True):
        (folder / f"{name}.yaml").write_text(f"{head}\n{words}", encoding="utf-8")
    assert coverage.trace("要点.yaml").misplaced == ()
    held = coverage.trace("要点.yaml", ["省意见.yaml"], ["国家规划.yaml"])
    assert held.misplaced == (("云溪省知识产权意见", "国家知识产权规划"),)
    result = CliRunner().invoke(command, ["省意见.yaml", "--against", "要点.yaml", "--no-cache"])
    assert "《2027年示例市工作要点》的层级比《云溪省知识产权意见》低" in result.stderr


def test_check_tells_of_a_superior_document_of_a_lower_office(folder: Path) -> None:
    for name, office, words in (("省意见", "云溪省人民政府", PROVINCE), ("要点", "示例市知识产权局", CITY)):
        (folder / f"{name}.yaml").write_text(f"发文机关: {office}\n{words}", encoding="utf-8")
    found = [each for each in check("省意见.yaml", CheckOptions(("要点.yaml",))).diagnostics if each.code == "COV011"]
    assert [(each.message, each.where) for each in found] == [
        ("《2027年示例市工作要点》的层级比本文件低，却当作上级文件", "标题")
    ]


def test_how_high_a_zone_stands_is_not_guessed(folder: Path) -> None:
    for name, office, words in (("省意见", "云溪省人民政府", PROVINCE), ("要点", "青川产业示范区管委会", CITY)):
        (folder / f"{name}.yaml").write_text(f"发文机关: {office}\n{words}", encoding="utf-8")
    assert "COV011" not in {each.code for each in check("省意见.yaml", CheckOptions(("要点.yaml",))).diagnostics}


def test_check_tells_of_the_faults_of_a_superior_document(folder: Path) -> None:
    (folder / "省意见.yaml").write_text(PROVINCE.replace("内容: ", "办法: ", 1), encoding="utf-8")
    found = check("要点.yaml", CheckOptions(("省意见.yaml",))).diagnostics
    assert [(each.code, PurePath(each.span.file).name) for each in found if each.code == "S002"] == [
        ("S002", "省意见.yaml")
    ]
