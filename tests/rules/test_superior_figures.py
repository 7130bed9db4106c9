"""A plan's figures and days against its superior's: errors where it must give way, hints where it may be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check
from planforge.api.coverage import CoverageRequest, cover
from planforge.model import Diagnostic

PLAN = "示例市2027年养老服务工作要点\n\n一、优化供给\n（一）开展适老化改造。{}（牵头单位：市民政局）\n"
SUPERIOR = "云溪省{}养老服务工作要点\n\n一、优化供给\n（一）开展适老化改造。{}（省民政厅负责）\n"


@pytest.mark.parametrize(
    ("wanted", "stated", "severity"),
    [
        ("改造老年人家庭3万户。", "改造老年人家庭800户。", "info"),
        ("改造老年人家庭900户。", "改造老年人家庭800户。", "error"),
        ("老年人家庭改造率达到90%。", "老年人家庭改造率达到30%。", "error"),
    ],
)
def test_a_count_far_below_the_superiors_may_be_the_places_share_of_it(
    tmp_path: Path, wanted: str, stated: str, severity: str
) -> None:
    (found,) = findings(tmp_path, "TGT001", SUPERIOR.format("2027年", wanted), PLAN.format(stated))
    assert found.severity == severity
    assert ("分解到本级" in found.advice) == (severity == "info")


@pytest.mark.parametrize(("year", "severity"), [("2027年", "error"), ("2026年", "info")])
def test_a_superiors_deadline_that_passed_before_the_year_is_only_hinted_at(
    tmp_path: Path, year: str, severity: str
) -> None:
    words = "9月底前完成老年人家庭改造。"
    plan = PLAN.format("11月底前完成老年人家庭改造。")
    (found,) = findings(tmp_path, "DDL004", SUPERIOR.format(year, words), plan)
    assert found.severity == severity
    assert ("核实办结情况" in found.advice) == (severity == "info")


def test_the_page_of_coverage_tells_shares_and_bygone_deadlines_as_the_findings_do(tmp_path: Path) -> None:
    superior = SUPERIOR.format("2026年", "9月底前改造老年人家庭3万户。")
    (tmp_path / "省.txt").write_text(superior, encoding="utf-8")
    (tmp_path / "要点.txt").write_text(PLAN.format("11月底前改造老年人家庭800户。"), encoding="utf-8")
    request = CoverageRequest(str(tmp_path / "要点.txt"), (str(tmp_path / "省.txt"),), (), "html", "", False)
    page = str(cover(request, anew=True).content)
    assert "（可能是各地合计，与分解到本级的数核对）" in page and "（在本年度之前已到，核实办结情况）" in page
    assert 'class="error">目标达不到上级' not in page and 'class="error">时限晚于上级' not in page


def findings(folder: Path, code: str, superior: str, plan: str) -> list[Diagnostic]:
    (folder / "省.txt").write_text(superior, encoding="utf-8")
    (folder / "要点.txt").write_text(plan, encoding="utf-8")
    checked = check(str(folder / "要点.txt"), CheckOptions(against=(str(folder / "省.txt"),)))
    return [found for found in checked.diagnostics if found.code == code]


@pytest.mark.parametrize(
    ("wanted", "stated", "told"),
    [
        ("老年人家庭改造率达到90%，社区食堂覆盖率达到80%。", "老年人家庭改造率达到90%。", ["社区食堂覆盖率达到80%"]),
        ("老年人家庭改造率达到90%。", "老年人家庭改造率达到92%。", []),
        ("改造老年人家庭3万户。", "改造老年人家庭。", []),
    ],
)
def test_a_share_that_the_superior_sets_and_the_plan_nowhere_names_is_hinted_at(
    tmp_path: Path, wanted: str, stated: str, told: list[str]
) -> None:
    found = findings(tmp_path, "TGT006", SUPERIOR.format("2027年", wanted), PLAN.format(stated))
    assert [each.severity for each in found] == ["info"] * len(told)
    assert all(words in each.message for words, each in zip(told, found, strict=True))
