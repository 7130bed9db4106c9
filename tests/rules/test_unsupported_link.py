"""A link to an item that has nothing in common with its task is told where it is written."""

from __future__ import annotations

from pathlib import Path

from planforge.api.checking import CheckOptions, check
from planforge.lifecycle.covering import CoverageRequest, cover
from planforge.model import Diagnostic

SUPERIOR = """\
标题: 云溪省养老服务实施意见
部分:
  - 标题: 优化供给
    任务:
      - {标题: 发展助餐, 内容: 每个街道至少建设一家社区食堂。按就餐人次给予运营补助。}
      - {标题: 严格资金监管, 内容: 全面推行预收费银行存管制度。}
"""
PLAN = """\
标题: 2027年示例市养老服务工作要点
上级文件: {{省意见: 省意见.yaml}}
部分:
  - 标题: 优化供给
    任务:
      - 标题: 扩大助餐覆盖
        内容: 新建社区食堂十二家，按就餐人次补助。
        落实: 省意见#1.1
      - 标题: 办好健身运动会
        内容: 十月举办老年人健身运动会。
        落实: {}
"""


def told(folder: Path, link: str) -> list[Diagnostic]:
    (folder / "省意见.yaml").write_text(SUPERIOR, encoding="utf-8")
    (folder / "要点.yaml").write_text(PLAN.format(link), encoding="utf-8")
    found = check(str(folder / "要点.yaml"), CheckOptions()).diagnostics
    return [each for each in found if each.code == "COV012"]


def test_it_names_the_item_at_the_line_of_the_link(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "省意见#1.2")
    assert (found.span.start.line, found.where) == (11, "第一部分第2项")
    assert "省意见#1.2“严格资金监管”" in found.message
    assert "planforge link" in found.advice


def test_a_measure_is_quoted_where_the_link_is_to_one(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "省意见#1.1/2")
    assert "“按就餐人次给予运营补助”" in found.message


def test_of_several_links_those_with_something_in_common_are_not_told(tmp_path: Path) -> None:
    (tmp_path / "省意见.yaml").write_text(SUPERIOR, encoding="utf-8")
    plan = PLAN.format("省意见#1.2").replace("省意见#1.1\n", "[省意见#1.1, 省意见#1.2]\n")
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    found = [each for each in check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics if each.code == "COV012"]
    assert [each.span.start.line for each in found] == [8, 11]


def test_a_link_to_a_whole_part_needs_something_in_common_with_any_of_its_items(tmp_path: Path) -> None:
    assert len(told(tmp_path, "省意见#1")) == 1
    (tmp_path / "要点.yaml").write_text(PLAN.format("省意见#1").replace("十月举办", "社区食堂"), encoding="utf-8")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
    assert "COV012" not in {each.code for each in found}


def test_a_link_of_a_whole_part_is_held_against_each_of_its_tasks(tmp_path: Path) -> None:
    superior = SUPERIOR.replace("全面推行预收费银行存管制度", "举办全省龙舟比赛")
    (tmp_path / "省意见.yaml").write_text(superior, encoding="utf-8")
    whole = (
        PLAN.format("省意见#1.2").replace("        落实: 省意见#1.2\n", "").replace("        落实: 省意见#1.1\n", "")
    )
    for link, told in (("省意见#1.1", []), ("省意见#1.2", [5])):
        plan = whole.replace("    任务:", f"    落实: {link}\n    任务:")
        (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
        found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
        assert [each.span.start.line for each in found if each.code == "COV012"] == told


def test_a_link_to_what_needs_no_answer_is_not_told(tmp_path: Path) -> None:
    guidance = "部分:\n  - 标题: 总体要求\n    内容: 坚持以人民为中心的发展思想。\n"
    (tmp_path / "省意见.yaml").write_text(SUPERIOR.replace("部分:\n", guidance), encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN.format("省意见#1").replace("#1.1\n", "#2.1\n"), encoding="utf-8")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
    assert not [each for each in found if each.code in ("COV001", "COV012")]


def test_what_somebody_confirmed_is_not_asked_again(tmp_path: Path) -> None:
    from planforge.coverage import fingerprint
    from planforge.lifecycle.loading import load

    (tmp_path / "省意见.yaml").write_text(SUPERIOR, encoding="utf-8")
    item = load(str(tmp_path / "省意见.yaml")).document.sections[0].tasks[1]
    assert told(tmp_path, f"[{{条目: 省意见#1.2, 已阅: {fingerprint(item)}}}]") == []


def test_the_superior_item_asks_to_look_at_the_link_that_is_written_already(tmp_path: Path) -> None:
    told(tmp_path, "省意见#1.2")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
    (review,) = (each for each in found if each.code == "COV004")
    assert "任务1.2写的“落实”" in review.advice
    assert "两处文字几乎没有共同内容" in review.message


def test_what_is_nearest_comes_first_and_a_look_is_asked_for_once(tmp_path: Path) -> None:
    (tmp_path / "省意见.yaml").write_text(SUPERIOR, encoding="utf-8")
    plan = PLAN.format("省意见#1.2").replace("按就餐人次补助", "推行预收费存管，加强资金监管")
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
    (review,) = (each for each in found if each.code == "COV004" and "1.2“严格资金监管”" in each.message)
    assert "最接近的是1.1“扩大助餐覆盖”、1.2“办好健身运动会”。" in review.message
    assert "另有任务1.1可能答了1.2/1" in review.message
    assert review.message.count("须人工核对") == 1


def test_the_table_of_a_terminal_says_why_a_person_must_look(tmp_path: Path) -> None:
    told(tmp_path, "省意见#1.2")
    lines = cover(CoverageRequest(str(tmp_path / "要点.yaml"))).content
    assert isinstance(lines, str)
    assert "  1.2  严格资金监管\n      计划声明已落实该条目，但两处文字几乎没有共同内容\n" in lines
