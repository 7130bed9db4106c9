"""Figures that readers leave alone, and those that two documents call otherwise, are held against each other all the
same."""

from __future__ import annotations

import pytest
from labelled import document

from planforge.coverage import trace
from planforge.model import TargetConflict
from planforge.text.outline import complete


def conflicts(superior: str, plan: str, title: str = "云溪省重点工作方案") -> tuple[TargetConflict, ...]:
    above, below = (
        complete(document(name, [("1.1", "抓好工作", [words])]))
        for name, words in ((title, superior), ("示例市2027年工作要点", plan))
    )
    return trace(below, [("省", above)]).directives[0].targets


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("为独居老年人免费安装紧急呼叫装置，全年安装不少于5000台。", "安装紧急呼叫装置3000台。"),
        ("加快推进老旧小区改造，年内不少于300个。", "改造老旧小区200个。"),
        ("开展送戏下乡活动。全年开展不少于500场。", "开展送戏下乡活动，全年不少于300场。"),
        ("各市建立一支不少于50人、装备齐全的综合应急救援队伍。", "建立一支30人的综合应急救援队伍。"),
        ("每个县建成不少于50人的综合应急救援队伍。", "各县建成30人以上综合应急救援队伍。"),
        ("每个乡镇建设面积不低于500平方米的养老综合体。", "乡镇建设200平方米的养老综合体。"),
        ("全年完成造林绿化面积120万亩。", "完成造林任务90万亩。"),
        ("单位工业增加值能耗降低4%以上。", "规上工业单位增加值能耗下降3.2%。"),
        ("研发经费投入增长8%以上。", "全社会研发投入增长7.5%左右。"),
        ("PM2.5浓度下降到33微克/立方米左右。", "细颗粒物平均浓度控制在35微克/立方米以内。"),
        ("基础研究支出占研发投入比重达7%。", "基础研究经费占研发投入的6.5%。"),
        ("粮食总产436亿斤以上。", "粮食产量保持在430亿斤以上。"),
        ("外贸进出口增长6%以上。", "进出口总额增长5%。"),
        ("城镇、农村居民人均可支配收入分别增长4.5%、5.5%。", "农村居民人均可支配收入增长5%。"),
        ("全省新建公共充电桩1万个。开展送戏下乡活动100场以上。", "开展送戏下乡活动60场以上。"),
    ],
)
def test_a_lower_figure_is_found(superior: str, plan: str) -> None:
    assert len(conflicts(superior, plan)) == 1


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("为独居老年人免费安装紧急呼叫装置，全年安装不少于500台。", "安装紧急呼叫装置600台。"),
        ("建立一支不少于50人的综合应急救援队伍。", "建成综合应急救援队伍3个，各50人以上。"),
        ("培训100人以上的村干部。", "培训村干部120人。"),
        ("全省新建公共充电桩1万个，改造老旧小区300个。", "改造老旧小区200个。"),
        ("城镇、农村居民人均可支配收入分别增长4.5%、5.5%。", "城镇居民人均可支配收入增长5%。"),
        ("城镇、农村居民人均可支配收入分别增长5.5%、4.5%。", "农村居民人均可支配收入增长5%。"),
        ("加强消防演练，每季度不少于2次。", "加强消防演练，每季度3次。"),
    ],
)
def test_as_much_or_another_thing_is_none(superior: str, plan: str) -> None:
    assert conflicts(superior, plan) == ()
