"""A plan's figures and days against its superior's: errors where it must give way, hints where it may be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from superiors import findings, held

from planforge.api.checking import CheckOptions, check
from planforge.api.coverage import CoverageRequest, cover

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
    (found,) = held(tmp_path, "TGT001", SUPERIOR.format("2027年", wanted), PLAN.format(stated))
    assert found.severity == severity
    assert ("分解到本级" in found.advice) == (severity == "info")


@pytest.mark.parametrize(("year", "severity"), [("2027年", "error"), ("2026年", "info")])
def test_a_superiors_deadline_that_passed_before_the_year_is_only_hinted_at(
    tmp_path: Path, year: str, severity: str
) -> None:
    words = "9月底前完成老年人家庭改造。"
    plan = PLAN.format("11月底前完成老年人家庭改造。")
    (found,) = held(tmp_path, "DDL004", SUPERIOR.format(year, words), plan)
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
    found = held(tmp_path, "TGT006", SUPERIOR.format("2027年", wanted), PLAN.format(stated))
    assert [each.severity for each in found] == ["info"] * len(told)
    assert all(words in each.message for words, each in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("助餐人数增长一倍。", "助餐人数增长80%。", True),
        ("养老产业产值翻一番。", "养老产业产值增长90%。", True),
        ("养老产业产值增长80%。", "养老产业产值翻一番。", False),
        ("护理床位占比提高3个百分点。", "护理床位占比提高两个百分点。", True),
        ("屋顶光伏装机达到30万千瓦。", "屋顶光伏装机达到200兆瓦。", True),
        ("屋顶光伏装机达到3万千瓦。", "屋顶光伏装机达到30兆瓦。", False),
        ("人均综合能耗控制在280千克标准煤以内。", "人均综合能耗控制在0.3吨标准煤以内。", True),
        ("社区食堂实现全覆盖。", "社区食堂覆盖率达到90%。", True),
        ("社区食堂覆盖率达到90%。", "社区食堂实现全覆盖。", False),
        ("机构审批时限压缩至10个工作日以内。", "机构审批时限压缩至15个工作日。", True),
        ("机构审批时限压缩至10个工作日以内。", "机构审批时限控制在8个工作日。", False),
        ("机构审批时限由20个工作日压缩至10个工作日。", "机构审批时限由20个工作日压缩至15个工作日。", True),
        ("机构审批时限缩短3天。", "机构审批时限缩短5天。", False),
        ("补贴办理时间平均不超过3个工作日。", "补贴平均办理时间压缩至5个工作日。", True),
        ("机构开办时间压缩至4小时以内。", "机构开办时间压缩至1个工作日。", True),
        ("特殊困难老年人月探访率达到100%。", "探访率达到95%。", True),
        ("特殊困难老年人月探访率达到95%。", "探访率达到95%。", False),
        ("老年人月探访率达到100%，儿童月探访率达到90%。", "探访率达到95%。", False),
        ("每季度培训护理员2期。", "全年培训护理员6期。", True),
        ("每季度培训护理员2期。", "全年培训护理员8期。", False),
        ("各县区新改建适老公寓80套。", "新改建适老公寓60套。", True),
        ("培训护理员不少于五百名。", "培训护理员不少于四百名。", True),
        ("参加全国敬老活动。改造适老家庭900户。", "完成改造适老家庭800户。", True),
        ("全省改造适老家庭2万户，提升护理水平。", "改造适老家庭800户。", False),
        ("各市净增养老机构不少于15家。", "养老机构净增12家以上。", True),
        ("护理员数量不低于每千人5名。", "护理员数量达到每千人4.5名。", True),
        ("低保标准提高6%以上。", "低保标准上调5%。", True),
        ("养老机构从受理到办结全流程审批时间控制在30天以内。", "养老机构全流程审批时间压减到40天。", True),
        ("助餐服务覆盖八成以上的城市社区。", "助餐服务覆盖75%的城市社区。", True),
        ("各市每季度组织送戏进院2场以上。", "全年组织送戏进院6场。", True),
        ("改造适老家庭300户以上。", "改造适老家庭三百二十户。", False),
        ("助餐支出与地区生产总值的比例达到2%。", "助餐支出与GDP的比例达到1.5%。", True),
        ("每万人口护理员数量达到5人。", "万人护理员数量达到4人。", True),
        ("护理抽检量达到每千人5批次。", "护理抽检量达到4批次/千人。", True),
        ("护理抽检量达到每千人5批次。", "护理抽检量达到5000批次。", False),
        ("公交车辆适老车型占比达到95%。", "适老车型公交车占比达到90%。", True),
        ("基层助餐机构服务量占比达到65%。", "基层服务量占比达到60%。", True),
        ("护理服务达标率达到95%。", "护理服务不达标率达到4%。", False),
        ("高龄老人探访率达到95%。", "独居老人探访率达到90%。", False),
        ("养老保险参保人数达到500万人，参保率不低于95%。", "养老保险参保率达到93%。", True),
        ("护理员职业技能培训达到500人，合格率不低于95%。", "护理员职业技能培训合格率达到93%。", True),
        ("护理员职业技能培训达到500人，合格率不低于95%。", "社区食堂食品安全抽检合格率达到93%。", False),
        ("农村公交车辆适老车型占比达到95%。", "适老车型公交车占比达到90%。", False),
        ("基层助餐机构服务量占比达到65%，基层护理机构服务量占比达到70%。", "服务量基层占比达到60%。", False),
        ("基层助餐机构服务量占比达到65%。", "服务量基层占比达到60%，服务量助餐占比达到55%。", False),
        ("送餐不超载车辆占比保持在95%。", "送餐不超载车辆占比保持在97%。", False),
        ("送餐超时率不超2%。", "送餐超时率不超3%。", True),
    ],
)
def test_figures_are_compared_in_whatever_way_they_are_written(
    tmp_path: Path, superior: str, plan: str, told: bool
) -> None:
    found = findings(tmp_path, "TGT001", f"优化服务。{superior}", f"优化服务。{plan}")
    assert bool(found) == told


def test_a_citys_total_binds_no_county_but_its_own_offices(tmp_path: Path) -> None:
    (tmp_path / "市.txt").write_text(
        "示例市2027年养老工作要点\n\n一、优化供给\n（一）建好幸福院。全市新建农村幸福院50所。\n", encoding="utf-8"
    )
    for office, told in (("青岩县", False), ("示例市民政局", True)):
        plan = f"{office}2027年养老工作要点\n\n一、优化供给\n（一）建好幸福院。新建农村幸福院6所。\n"
        (tmp_path / "要点.txt").write_text(plan, encoding="utf-8")
        checked = check(str(tmp_path / "要点.txt"), CheckOptions(against=(str(tmp_path / "市.txt"),)))
        assert any(found.code == "TGT001" for found in checked.diagnostics) == told


def test_what_a_five_year_plan_asks_of_each_year_binds_every_year(tmp_path: Path) -> None:
    head = "{}\n\n一、优化供给\n（一）丰富生活。{}\n"
    superior = head.format("云溪省养老服务规划（2026—2030年）", "老年文艺活动全年不少于24场次。")
    plan = head.format("示例市2027年养老服务工作要点", "老年文艺活动每季度不少于4场次。")
    (tmp_path / "省.txt").write_text(superior, encoding="utf-8")
    (tmp_path / "要点.txt").write_text(plan, encoding="utf-8")
    checked = check(str(tmp_path / "要点.txt"), CheckOptions(against=(str(tmp_path / "省.txt"),)))
    assert [found.code for found in checked.diagnostics if found.code.startswith("TGT")] == ["TGT001"]


def test_what_a_five_year_plan_wants_kept_binds_every_year(tmp_path: Path) -> None:
    superior = "云溪省养老服务三年行动方案（2026—2028年）\n\n一、优化供给\n（一）做好助餐。助餐满意度{}90%以上。\n"
    plan = "2026年示例市养老服务工作要点\n\n一、优化供给\n（一）做好助餐。助餐满意度达到85%。\n"
    (tmp_path / "要点.txt").write_text(plan, encoding="utf-8")
    for words, told in (("稳定在", True), ("达到", False)):
        (tmp_path / "省.txt").write_text(superior.format(words), encoding="utf-8")
        checked = check(str(tmp_path / "要点.txt"), CheckOptions(against=(str(tmp_path / "省.txt"),)))
        assert ("TGT001" in {found.code for found in checked.diagnostics}) == told


def test_a_limit_that_is_too_high_is_called_so(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "TGT001", "优化服务。投诉率控制在2%以内。", "优化服务。投诉率控制在3%以内。")
    assert found.message == "目标“投诉率控制在3%以内”高于省#1.1的要求“投诉率控制在2%以内”"
    assert "降到不高于" in found.advice


def test_what_both_titles_say_need_not_be_in_an_indicators_name(tmp_path: Path) -> None:
    head = "{}2027年农村养老工作要点\n\n一、优化供给\n（一）建好敬老院。{}\n"
    for name, words in (("省", "敬老院入住率达到60%。"), ("要点", "农村敬老院入住率达到50%。")):
        (tmp_path / f"{name}.txt").write_text(head.format(name, words), encoding="utf-8")
    checked = check(str(tmp_path / "要点.txt"), CheckOptions(against=(str(tmp_path / "省.txt"),)))
    assert [each.code for each in checked.diagnostics if each.code.startswith("TGT")] == ["TGT001"]


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("对同一食堂的检查每年不超过2次", "对同一食堂的检查每年不超过4次"),
        ("星级评定结果公示期不少于5个工作日", "星级评定结果公示期不少于3个工作日"),
        ("城市建成区45%以上的面积达到适老化建设要求", "城市建成区38%以上的面积达到适老化建设要求"),
        (
            "每市新增市级助餐示范企业5家、省级助餐示范企业4家",
            "新增市级助餐示范企业6家、省级助餐示范企业3家",
        ),
    ],
)
def test_limits_spans_shares_and_counts_of_lists_are_held_against_each_other(
    tmp_path: Path, superior: str, plan: str
) -> None:
    assert len(findings(tmp_path, "TGT001", f"做好助餐。{superior}。", f"做好助餐。{plan}。")) == 1
